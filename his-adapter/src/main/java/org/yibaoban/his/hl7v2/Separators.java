package org.yibaoban.his.hl7v2;

/** The characters that part a message (MSH-1 and MSH-2), and how texts are written between them. */
record Separators(char field, char component, char repetition, char escape, char subcomponent) {

    private static final String STANDARD_ENCODING = "^~\\&";

    static final Separators STANDARD = of('|', "");

    /** @param encoding MSH-2 as sent; what is missing at its end is as in the standard */
    static Separators of(char field, String encoding) {
        String known = encoding.length() > 4 ? encoding.substring(0, 4) : encoding;
        String all = known + STANDARD_ENCODING.substring(known.length());
        return new Separators(field, all.charAt(0), all.charAt(1), all.charAt(2), all.charAt(3));
    }

    /** MSH-2. */
    String encoding() {
        return "" + component + repetition + escape + subcomponent;
    }

    /** The n-th part, counted from 1; blank where there are fewer. */
    static String part(String text, char separator, int n) {
        int from = 0;
        for (int i = 1; i < n; i++) {
            int at = text.indexOf(separator, from);
            if (at < 0) {
                return "";
            }
            from = at + 1;
        }
        int to = text.indexOf(separator, from);
        return to < 0 ? text.substring(from) : text.substring(from, to);
    }

    /** Writes a text so that it holds no separator and no line end. */
    String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            String code = codeOf(c);
            escaped.append(
                    code.isEmpty() ? String.valueOf(Character.isISOControl(c) ? ' ' : c) : escape + code + escape);
        }
        return escaped.toString();
    }

    /** Reads F, S, T, R and E; other sequences (highlighting, hexadecimal bytes) stay as they are. */
    String unescape(String text) {
        if (text.indexOf(escape) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sequence = c == escape && i + 2 < text.length() && text.charAt(i + 2) == escape;
            char meant = sequence ? meaning(text.charAt(i + 1)) : 0;
            plain.append(meant == 0 ? c : meant);
            i += meant == 0 ? 0 : 2;
        }
        return plain.toString();
    }

    private String codeOf(char c) {
        if (c == field) {
            return "F";
        } else if (c == component) {
            return "S";
        } else if (c == subcomponent) {
            return "T";
        } else if (c == repetition) {
            return "R";
        }
        return c == escape ? "E" : "";
    }

    private char meaning(char code) {
        return switch (code) {
            case 'F' -> field;
            case 'S' -> component;
            case 'T' -> subcomponent;
            case 'R' -> repetition;
            case 'E' -> escape;
            default -> 0;
        };
    }
}

package org.yibaoban.portal.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The downloads that pages offer by a button, as their sources declare them and as a page shows them. */
final class Exports {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern DOWNLOAD =
            Pattern.compile("<p:command(?:Button|Link) id=\"([^\"]+)\"[^>]*>\\s*<p:fileDownload", Pattern.DOTALL);
    private static final Pattern TABLE_HEAD = Pattern.compile(
            "table-head\\.xhtml\"><ui:param name=\"table\" value=\"([^\"]+)\"/>(<ui:param name=\"persons\")?");
    private static final Pattern BUTTON = Pattern.compile("<(?:button|a) [^>]*\\bid=\"([^\"]+)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select [^>]*\\bname=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option [^>]*?value=\"([^\"]*)\"[^>]*>");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form id=\"([^\"]+)\"");

    /** A download that a page shows. */
    record Shown(String name, String button, String form) {}

    private Exports() {}

    /** Those of the head of every work list by its table; others by their button. */
    static Collection<String> declared() throws IOException {
        Collection<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                String source = Files.readString(file);
                if (!file.endsWith("table-head.xhtml")) {
                    all(DOWNLOAD, source).forEach(found -> names.add(found.group(1)));
                }
                all(TABLE_HEAD, source).forEach(found -> {
                    names.add(found.group(1) + ":export");
                    if (found.group(2) != null) {
                        names.add(found.group(1) + ":export-clear");
                    }
                });
            }
        }
        return names;
    }

    /** What of the declared stands on a page; of those in rows the first. */
    static List<Shown> on(String html, Collection<String> declared) {
        return declared.stream()
                .flatMap(name -> all(BUTTON, html)
                        .filter(button -> button.group(1)
                                        .replaceAll(":\\d+:", ":")
                                        .equals(name)
                                || button.group(1).replaceAll(":\\d+:", ":").endsWith(":" + name))
                        .limit(1)
                        .map(button -> new Shown(name, button.group(1), form(html, button.start()))))
                .toList();
    }

    private static String form(String html, int before) {
        return all(FORM, html.substring(0, before))
                .reduce((one, next) -> next)
                .orElseThrow()
                .group(1);
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** What a browser sends of a form: its fields as they are filled in, without buttons and files. */
    static Map<String, String> fields(String html, String form) {
        String from = html.substring(html.indexOf("<form id=\"" + form + "\""));
        String inside = from.substring(0, from.indexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        all(SELECT, inside)
                .forEach(select -> all(OPTION, select.group(2))
                        .sorted(Comparator.comparing(option -> !option.group().contains("selected")))
                        .limit(1)
                        .forEach(option -> fields.put(select.group(1), option.group(1))));
        all(INPUT, inside)
                .map(MatchResult::group)
                .filter(input -> !input.matches("(?s).*type=\"(submit|button|file)\".*"))
                .filter(input -> !input.matches("(?s).*type=\"(checkbox|radio)\".*") || input.contains("checked"))
                .forEach(input -> all(NAME, input)
                        .forEach(name -> fields.put(
                                name.group(1),
                                all(VALUE, input)
                                        .map(value -> value.group(1))
                                        .findFirst()
                                        .orElse(""))));
        return fields;
    }

    /** The state that a page is sent back with. */
    static String viewState(String html) {
        Matcher state = Visitor.VIEW_STATE.matcher(html);
        return state.find() ? state.group(1) : "";
    }
}

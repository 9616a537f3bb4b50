package org.yibaoban.portal.security;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeDatabase;

/** Someone whose name, numbers and address are nobody else's, and finding them in whatever the office hands out. */
final class MarkedPerson {

    static final String GIVEN = "橐籥";
    static final String PHONE = "19900990099";
    static final String ADDRESS = "海棠苑九千号";

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})|&#x([0-9a-fA-F]+);|&#(\\d+);");

    private final Map<String, String> marks =
            new LinkedHashMap<>(Map.of("name", GIVEN, "phone", PHONE, "address", ADDRESS));

    /** Another person of the same given name, whom the payer covers. */
    Person another() throws Exception {
        Person known = Person.employee();
        String name = "安" + GIVEN;
        OfficeDatabase.execute(
                "update payer_sandbox.member set name = ? where identity_number = ?", name, known.identityNumber());
        marks.put("number" + marks.size(), known.identityNumber());
        return new Person(known.identityNumber(), name, known.sex(), known.birth());
    }

    /** One whom the payer does not know. */
    Person stranger() {
        Person unknown = Person.stranger();
        marks.put("number" + marks.size(), unknown.identityNumber());
        return new Person(unknown.identityNumber(), "安" + GIVEN, unknown.sex(), unknown.birth());
    }

    /** A message that tells address and telephone too. */
    static String told(String message) {
        return message.replaceFirst("(\rPID\\|[^\r]*)", "$1|||" + ADDRESS + "||" + PHONE);
    }

    /** Kinds of what stands in clear in an answer: name, number, phone, address. */
    Set<String> in(HttpResponse<byte[]> answer) throws IOException {
        String text = text(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        Set<String> kinds = new TreeSet<>();
        marks.forEach((kind, mark) -> {
            if (text.contains(mark)) {
                kinds.add(kind.replaceAll("\\d", ""));
            }
        });
        return kinds;
    }

    private static String text(String type, byte[] body) throws IOException {
        if (type.startsWith("application/pdf")) {
            return PrintedText.of(body);
        }
        String text = body.length > 1 && body[0] == 'P' && body[1] == 'K'
                ? unzipped(body)
                : new String(body, StandardCharsets.UTF_8);
        return ESCAPED.matcher(text).replaceAll(sign -> Matcher.quoteReplacement(Character.toString(code(sign))));
    }

    private static int code(MatchResult sign) {
        if (sign.group(3) != null) {
            return Integer.parseInt(sign.group(3));
        }
        return Integer.parseInt(sign.group(1) == null ? sign.group(2) : sign.group(1), 16);
    }

    /** By its directory: a workbook is written as a stream, whose entries do not tell their size before themselves. */
    private static String unzipped(byte[] file) throws IOException {
        Path kept = Files.createTempFile(Path.of("target"), "export", ".zip");
        try {
            Files.write(kept, file);
            StringBuilder text = new StringBuilder();
            try (ZipFile zip = new ZipFile(kept.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } finally {
            Files.delete(kept);
        }
    }
}

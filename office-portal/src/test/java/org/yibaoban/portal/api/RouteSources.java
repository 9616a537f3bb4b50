package org.yibaoban.portal.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources of the JSON interface name: each word in quotes may be a field of a body. */
final class RouteSources {

    private static final Path SOURCES = Path.of("src/main/java/org/yibaoban/portal/api");
    private static final Pattern WORD = Pattern.compile("\"([a-z][A-Za-z_]{1,20})\"");

    private RouteSources() {}

    static Set<String> fields() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith("Resource.java"))
                    .toList();
            for (Path source : sources) {
                Matcher words = WORD.matcher(Files.readString(source));
                while (words.find()) {
                    fields.add(words.group(1));
                }
            }
        }
        return fields;
    }
}

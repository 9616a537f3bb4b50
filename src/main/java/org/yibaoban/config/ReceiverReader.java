package org.yibaoban.config;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.HisReceivers;
import org.yibaoban.office.notice.NoticeKind;

/** Reads {@code receivers.yaml}, the systems that are told what became of their stays; docs/hl7v2.md. */
public final class ReceiverReader {

    private static final Set<String> KEYS =
            Set.of("name", "host", "port", "application", "facility", "charset", "version", "notices");
    /** Those that know ORU and an event with a structure. */
    private static final Set<String> VERSIONS = Set.of("2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.8");

    private ReceiverReader() {}

    /**
     * @param configDir the folder {@code config/}; without a file {@code receivers.yaml} in it nobody is told
     * @throws ConfigFault with file, line and reason
     */
    public static HisReceivers read(Path configDir) {
        Path file = configDir.resolve("receivers.yaml");
        if (!Files.exists(file)) {
            return new HisReceivers(List.of());
        }
        List<HisReceiver> receivers = new ArrayList<>();
        for (YamlNode node : YamlNode.read(file)
                .onlyKeys(Set.of("receivers"))
                .get("receivers")
                .items()) {
            HisReceiver receiver = receiver(node.onlyKeys(KEYS));
            if (receivers.stream().anyMatch(other -> other.name().equals(receiver.name()))) {
                throw node.get("name").fault("receiver " + receiver.name() + " stands twice");
            }
            receivers.add(receiver);
        }
        return new HisReceivers(receivers);
    }

    private static HisReceiver receiver(YamlNode node) {
        return new HisReceiver(
                node.get("name").text(),
                node.get("host").text(),
                port(node.get("port")),
                node.get("application").text(),
                node.get("facility").text(),
                node.find("charset").map(ReceiverReader::charset).orElse(StandardCharsets.UTF_8),
                version(node.get("version")),
                kinds(node.get("notices")));
    }

    private static int port(YamlNode node) {
        int port = node.integer();
        if (port < 1 || port > 65535) {
            throw node.fault("a port is 1 to 65535");
        }
        return port;
    }

    private static Charset charset(YamlNode node) {
        Optional<Charset> known = Set.of("UTF-8", "GB18030").contains(node.text())
                ? Optional.of(Charset.forName(node.text()))
                : Optional.empty();
        return known.orElseThrow(() -> node.fault("UTF-8 or GB18030, not " + node.text()));
    }

    private static String version(YamlNode node) {
        if (!VERSIONS.contains(node.text())) {
            throw node.fault("unknown version " + node.text() + ", known are " + VERSIONS);
        }
        return node.text();
    }

    private static Set<NoticeKind> kinds(YamlNode node) {
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        for (YamlNode item : node.items()) {
            kinds.add(NoticeKind.ofKey(item.text()).orElseThrow(() -> item.fault("unknown word " + item.text())));
        }
        if (kinds.isEmpty()) {
            throw node.fault("a receiver is told of something");
        }
        return kinds;
    }
}

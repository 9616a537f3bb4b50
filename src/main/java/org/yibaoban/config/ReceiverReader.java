package org.yibaoban.config;

import java.net.URI;
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

    private static final Set<String> FHIR_KEYS = Set.of("name", "url", "authorization", "notices");

    private static final Set<String> MLLP_KEYS =
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
            HisReceiver receiver = node.find("url").isPresent() ? fhir(node) : mllp(node);
            if (receivers.stream().anyMatch(other -> other.name().equals(receiver.name()))) {
                throw node.get("name").fault("receiver " + receiver.name() + " stands twice");
            }
            receivers.add(receiver);
        }
        return new HisReceivers(receivers);
    }

    private static HisReceiver mllp(YamlNode node) {
        node.onlyKeys(MLLP_KEYS);
        return new HisReceiver(
                node.get("name").text(),
                new HisReceiver.Mllp(
                        node.get("host").text(),
                        port(node.get("port")),
                        node.get("application").text(),
                        node.get("facility").text(),
                        node.find("charset").map(ReceiverReader::charset).orElse(StandardCharsets.UTF_8),
                        version(node.get("version"))),
                kinds(node.get("notices")));
    }

    /** A FHIR server is told of consents; all else a HIS that speaks FHIR reads at the facade. */
    private static HisReceiver fhir(YamlNode node) {
        node.onlyKeys(FHIR_KEYS);
        Set<NoticeKind> kinds = kinds(node.get("notices"));
        if (!kinds.equals(Set.of(NoticeKind.CONSENT))) {
            throw node.get("notices").fault("a FHIR receiver is told of consent alone: the rest it reads at /fhir");
        }
        return new HisReceiver(
                node.get("name").text(),
                new HisReceiver.Fhir(
                        url(node.get("url")), node.find("authorization").map(YamlNode::text)),
                kinds);
    }

    private static URI url(YamlNode node) {
        if (!node.text().matches("https?://[^\\s?#]+[^\\s?#/]")) {
            throw node.fault("an address such as https://his.example/r4, without a slash at its end");
        }
        return URI.create(node.text());
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

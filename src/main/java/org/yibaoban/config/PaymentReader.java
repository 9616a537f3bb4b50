package org.yibaoban.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.quota.payment.Counts;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.quota.payment.PaymentMethod;
import org.yibaoban.quota.payment.PaymentTerms;
import org.yibaoban.quota.payment.Sharing;
import org.yibaoban.visit.VisitType;

/** Reads and checks the agreements under {@code config/payment}, one a file; docs/payment.md tells the format. */
public final class PaymentReader {

    private static final Set<String> KEYS =
            Set.of("agreement", "name", "payer", "insurance_type", "from", "to", "methods");
    private static final Set<String> METHOD_KEYS = Set.of(
            "id",
            "name",
            "method",
            "visits",
            "departments",
            "counts",
            "clause",
            "surplus_kept",
            "overrun",
            "diseases",
            "weights",
            "grouping",
            "figures");

    private PaymentReader() {}

    /**
     * All agreements of a configuration folder; none where it has no folder {@code payment}.
     *
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static PaymentAgreements read(Path configDir) {
        Path folder = configDir.resolve("payment");
        if (!Files.isDirectory(folder)) {
            return new PaymentAgreements(List.of());
        }
        List<PaymentAgreement> agreements = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                agreements.add(readFile(file));
                checked(YamlNode.read(file), () -> new PaymentAgreements(agreements));
            }
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be read: " + e);
        }
        return new PaymentAgreements(agreements);
    }

    /** @throws ConfigFault for the first fault, with file, line and reason */
    public static PaymentAgreement readFile(Path file) {
        YamlNode root = YamlNode.read(file).onlyKeys(KEYS);
        YamlNode id = root.get("agreement");
        if (!file.getFileName().toString().equals(id.text() + ".yaml")) {
            throw id.fault("agreement " + id.text() + " must stand in a file " + id.text() + ".yaml");
        }
        YamlNode name = root.get("name").onlyKeys(Set.of("zh", "en"));
        YamlNode insurance = root.get("insurance_type");
        Set<String> ids = new HashSet<>();
        List<PaymentMethod> methods = new ArrayList<>();
        for (YamlNode node : root.get("methods").items()) {
            if (!ids.add(node.get("id").text())) {
                throw node.get("id").fault("method " + node.get("id").text() + " stands twice");
            }
            methods.add(method(node));
        }
        return checked(
                root.get("methods"),
                () -> new PaymentAgreement(
                        id.text(),
                        name.get("zh").text(),
                        name.get("en").text(),
                        root.get("payer").text(),
                        InsuranceType.ofCode(insurance.text())
                                .orElseThrow(() -> insurance.fault(
                                        "insurance type 310 (employees) or 390 (residents), not " + insurance.text())),
                        PlanFigures.validity(root),
                        methods));
    }

    private static PaymentMethod method(YamlNode node) {
        node.onlyKeys(METHOD_KEYS);
        YamlNode name = node.get("name").onlyKeys(Set.of("zh", "en"));
        PaymentTerms terms = PaymentTermsReader.read(node);
        return new PaymentMethod(
                node.get("id").text(),
                name.get("zh").text(),
                name.get("en").text(),
                word(node.get("visits"), VisitType::ofKey),
                departments(node),
                word(node.get("counts"), Counts::ofKey),
                node.get("clause").text(),
                terms,
                sharing(node));
    }

    private static Set<String> departments(YamlNode node) {
        Set<String> departments = new HashSet<>();
        node.find("departments").ifPresent(list -> list.items().forEach(item -> departments.add(item.text())));
        return departments;
    }

    private static Optional<Sharing> sharing(YamlNode node) {
        Optional<YamlNode> kept = node.find("surplus_kept");
        Optional<YamlNode> overrun = node.find("overrun");
        if (overrun.isPresent() && kept.isEmpty()) {
            throw overrun.get()
                    .fault("who shares an overrun says what becomes of a surplus: key surplus_kept is missing");
        }
        return kept.map(figure -> {
            List<Sharing.Band> bands = new ArrayList<>();
            overrun.ifPresent(list -> list.items().forEach(item -> bands.add(band(item))));
            return checked(
                    overrun.orElse(figure),
                    () -> new Sharing(PaymentFigures.read("surplus_kept", figure, "rate"), bands));
        });
    }

    private static Sharing.Band band(YamlNode node) {
        node.onlyKeys(Set.of("up_to", "borne"));
        return new Sharing.Band(
                PaymentFigures.read("up_to", node.get("up_to"), "rate"),
                PaymentFigures.read("borne", node.get("borne"), "rate"));
    }

    static <T> T word(YamlNode node, Function<String, Optional<T>> known) {
        return known.apply(node.text()).orElseThrow(() -> node.fault("unknown word " + node.text()));
    }

    /** A rule of the domain that is broken is a fault of the file at this place. */
    static <T> T checked(YamlNode node, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }
}

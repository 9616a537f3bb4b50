package org.yibaoban.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yibaoban.benefit.Layer;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.Validity;
import org.yibaoban.membership.InsuranceType;

/** Reads and checks the benefit plans under {@code config/plans}, one plan a file; docs/plans.md tells the format. */
public final class PlanReader {

    static final Set<String> KEYS =
            Set.of("plan", "name", "insurance_type", "from", "to", "reference_date", "layers", "parameters");
    static final Set<String> LAYER_KEYS = Set.of("layer", "covers", "source", "reason");
    /** A stay cannot be settled where these leave someone out. */
    private static final Set<Layer> FOR_EVERYONE = Layer.OF_EVERY_STAY;

    private PlanReader() {}

    /**
     * All plans of a configuration folder.
     *
     * @param configDir the folder that holds {@code plans/}
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static Plans read(Path configDir) {
        Path folder = configDir.resolve("plans");
        try (Stream<Path> files = Files.list(folder)) {
            List<PlanHistory> histories = files.filter(PlanReader::isPlanFile)
                    .sorted()
                    .map(PlanReader::readFile)
                    .toList();
            return new Plans(histories);
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be read: " + e);
        }
    }

    /** A plan must not be left out for the way its file is called. */
    private static boolean isPlanFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml") && !file.toString().endsWith(".yaml")) {
            throw new ConfigFault(file, 0, "a plan file's name must end in .yaml");
        }
        return name.endsWith(".yaml");
    }

    /**
     * One plan.
     *
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static PlanHistory readFile(Path file) {
        return read(YamlNode.read(file));
    }

    /**
     * One plan, from the text of its file.
     *
     * @param file what the file is called
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static PlanHistory read(Path file, String text) {
        return read(YamlNode.read(file, text));
    }

    private static PlanHistory read(YamlNode root) {
        root.onlyKeys(KEYS);
        Path file = root.file();
        String id = root.get("plan").text();
        if (!file.getFileName().toString().equals(id + ".yaml")) {
            throw root.get("plan").fault("plan " + id + " must stand in a file " + id + ".yaml");
        }
        YamlNode name = root.get("name").onlyKeys(Set.of("zh", "en"));
        Validity validity = PlanFigures.validity(root);
        LocalDate reference = root.get("reference_date").date();
        if (!validity.includes(reference)) {
            throw root.get("reference_date").fault("the plan is not in force on " + reference);
        }
        PlanFigures figures = PlanFigures.read(root.get("parameters"));
        PlanHistory history = new PlanHistory(
                id,
                new Plan.Name(name.get("zh").text(), name.get("en").text()),
                insuranceType(root.get("insurance_type")),
                validity,
                reference,
                layers(root.get("layers"), validity),
                figures.figures());
        new PlanCheck(root, history, figures).check();
        return history;
    }

    private static InsuranceType insuranceType(YamlNode node) {
        return InsuranceType.ofCode(node.text())
                .orElseThrow(() -> node.fault("insurance type 310 (employees) or 390 (residents), not " + node.text()));
    }

    private static List<Plan.Step> layers(YamlNode node, Validity validity) {
        List<Plan.Step> steps = new ArrayList<>();
        for (YamlNode item : node.items()) {
            item.onlyKeys(LAYER_KEYS);
            Layer layer = Layer.ofKey(item.get("layer").text())
                    .orElseThrow(() ->
                            item.fault("unknown layer " + item.get("layer").text()));
            for (Plan.Step before : steps) {
                if (before.layer().compareTo(layer) >= 0) {
                    throw item.fault(layer.key() + " must stand once, and before "
                            + before.layer().key() + ", which needs its figures");
                }
            }
            Optional<PersonGroup> covers = item.find("covers").map(PlanFigures::person);
            if (covers.isPresent() && FOR_EVERYONE.contains(layer)) {
                throw item.fault(layer.key() + " covers everyone");
            }
            steps.add(new Plan.Step(layer, covers, PlanFigures.source(item), validity));
        }
        return steps;
    }
}

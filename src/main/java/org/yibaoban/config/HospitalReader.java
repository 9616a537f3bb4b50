package org.yibaoban.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.hospital.Ward;

/** Reads {@code hospital.yaml}: the hospital, its departments, wards and doctors, and the plan of each insurance. */
public final class HospitalReader {

    private static final Set<String> HOSPITAL_KEYS =
            Set.of("code", "name", "english", "level", "zone", "plans", "departments");

    private final Set<String> codes = new HashSet<>();

    private HospitalReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static Hospital read(Path configDir) {
        return new HospitalReader().hospital(YamlNode.read(configDir.resolve("hospital.yaml")));
    }

    private Hospital hospital(YamlNode root) {
        root.onlyKeys(HOSPITAL_KEYS);
        int level = root.get("level").integer();
        if (level < 1 || level > 3) {
            throw root.get("level").fault("a hospital level is 1, 2 or 3, not " + level);
        }
        return new Hospital(
                code(root, "H\\d{11}", "H and 11 digits"),
                name(root, "name"),
                name(root, "english"),
                level,
                zone(root.get("zone")),
                filled(root.get("departments")).stream().map(this::department).toList(),
                plans(root.get("plans")));
    }

    private Department department(YamlNode node) {
        node.onlyKeys(Set.of("code", "name", "english", "wards", "doctors"));
        return new Department(
                code(node, "\\S{1,20}", "1 to 20 characters without blanks"),
                name(node, "name"),
                name(node, "english"),
                filled(node.get("wards")).stream().map(this::ward).toList(),
                filled(node.get("doctors")).stream().map(this::doctor).toList());
    }

    private Ward ward(YamlNode node) {
        node.onlyKeys(Set.of("code", "name", "beds"));
        int beds = node.get("beds").integer();
        if (beds < 1) {
            throw node.get("beds").fault("a ward has at least one bed");
        }
        return new Ward(code(node, "\\S{1,20}", "1 to 20 characters without blanks"), name(node, "name"), beds);
    }

    private Doctor doctor(YamlNode node) {
        node.onlyKeys(Set.of("code", "name"));
        return new Doctor(code(node, "D\\d{12}", "D and 12 digits"), name(node, "name"));
    }

    /** Codes are unique over the whole file: a ward alone must tell its department, a doctor the person. */
    private String code(YamlNode owner, String pattern, String shape) {
        YamlNode node = owner.get("code");
        String code = node.text();
        if (!code.matches(pattern)) {
            throw node.fault("a code of " + shape + " is expected here, not " + code);
        }
        if (!codes.add(code)) {
            throw node.fault("code " + code + " stands twice");
        }
        return code;
    }

    private static String name(YamlNode owner, String key) {
        YamlNode node = owner.get(key);
        if (node.text().isBlank()) {
            throw node.fault(key + " is blank");
        }
        return node.text();
    }

    private static List<YamlNode> filled(YamlNode node) {
        if (node.items().isEmpty()) {
            throw node.fault("at least one entry is expected here");
        }
        return node.items();
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.fault("unknown time zone " + node.text());
        }
    }

    private static Map<InsuranceType, String> plans(YamlNode node) {
        Map<InsuranceType, String> plans = new EnumMap<>(InsuranceType.class);
        node.entries().forEach((insurance, plan) -> {
            InsuranceType type = InsuranceType.ofCode(insurance)
                    .orElseThrow(() -> plan.fault("unknown insurance type " + insurance));
            plans.put(type, plan.text());
        });
        if (plans.isEmpty()) {
            throw node.fault("no insurance type has a plan");
        }
        return plans;
    }
}

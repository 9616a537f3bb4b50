package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.benefit.Layer;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm.Unit;

/** The schema for editors knows the same words as the reader. JSON is YAML, so the same reader reads it. */
class PlanSchemaTest {

    private final YamlNode schema =
            YamlNode.read(RepositoryFiles.config().resolve("plans").resolve("plan.schema.json"));

    @Test
    void itKnowsTheKeysOfAPlanALayerAndATerm() {
        assertThat(schema.get("properties").entries().keySet()).isEqualTo(PlanReader.KEYS);
        YamlNode layer = schema.get("properties").get("layers").get("items").get("properties");
        assertThat(layer.entries().keySet()).isEqualTo(PlanReader.LAYER_KEYS);
        for (String kind : List.of("amount", "share")) {
            YamlNode parameter = schema.get("$defs").get(kind).get("properties");
            YamlNode term = parameter.get("terms").get("items").get("properties");
            assertThat(term.entries().keySet()).isEqualTo(PlanFigures.TERM_KEYS);
            assertThat(words(term.get("person").get("enum"))).isEqualTo(persons());
        }
    }

    @Test
    void itKnowsTheLayersAndPersons() {
        YamlNode layer = schema.get("properties").get("layers").get("items").get("properties");
        assertThat(words(layer.get("layer").get("enum")))
                .isEqualTo(
                        Set.copyOf(Arrays.stream(Layer.values()).map(Layer::key).toList()));
        assertThat(words(layer.get("covers").get("enum"))).isEqualTo(persons());
    }

    @Test
    void itKnowsTheParametersAndTheirUnits() {
        YamlNode parameters = schema.get("properties").get("parameters");
        assertThat(parameters.get("properties").entries().keySet())
                .isEqualTo(PlanKeys.fixed().keySet());
        PlanKeys.fixed()
                .forEach((key, unit) -> assertThat(
                                reference(parameters.get("properties").get(key)))
                        .as(key)
                        .isEqualTo(unit == Unit.YUAN ? "#/$defs/amount" : "#/$defs/share"));
        assertThat(parameters.get("patternProperties").entries().keySet())
                .anyMatch(pattern -> PlanKeys.bandWidth(1).matches(pattern))
                .anyMatch(pattern -> PlanKeys.bandRate(9).matches(pattern));
    }

    private static String reference(YamlNode node) {
        return node.get("$ref").text();
    }

    private static Set<String> persons() {
        return Set.copyOf(
                Arrays.stream(PersonGroup.values()).map(PersonGroup::key).toList());
    }

    private static Set<String> words(YamlNode list) {
        return new HashSet<>(list.items().stream().map(YamlNode::text).toList());
    }
}

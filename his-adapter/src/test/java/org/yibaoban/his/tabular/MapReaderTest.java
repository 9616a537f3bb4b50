package org.yibaoban.his.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;

class MapReaderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String GOOD = """
            source: his
            tables:
              - table: fees
                name: {zh: 费用, en: Fees}
                kind: charges
                columns:
                  line_no: 流水号
                  visit: [住院号, 就诊号]
                  item_code: 代码
                  quantity: {value: "1"}
                  amount: 金额
                  at: {header: 时间, formats: [yyyyMMdd]}
                key: [line_no]
            """;

    @TempDir
    Path folder;

    @Test
    void theShippedMapsAreSound() {
        TableMaps maps = MapReader.read(config(), SHANGHAI);

        assertThat(maps.all()).extracting(TableMap::id).contains("his/charges", "synthea/encounters");
        assertThat(maps.views()).extracting(TableMap::id).containsExactly("his/visits", "his/fee-view");
        assertThat(maps.find("synthea/medications").orElseThrow().yuanForOne()).isEqualByComparingTo("7");
    }

    @Test
    void aSoundMapIsRead() throws IOException {
        TableMap map = MapReader.readFile(file(GOOD), SHANGHAI).get(0);

        assertThat(map.columns().get("visit").headers()).containsExactly("住院号", "就诊号");
        assertThat(map.key()).containsExactly("line_no");
        assertThat(map.sums()).isFalse();
        assertThat(map.zone()).isEqualTo(SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: his|source: other|1|must stand in a file",
                "kind: charges|kind: payments|5|unknown kind",
                "      amount: 金额||7|where amount comes from",
                "      amount: 金额|      amount: 金额\\n      price: 价|12|no field price",
                "key: [line_no]|key: [nothing]|13|no mapped field",
                "    key: [line_no]\\n||3|key is missing",
                "formats: [yyyyMMdd]|formats: [qqqqqqq]|12|Too many pattern letters",
                "      amount: 金额|      amount: {header: 金额, zone: UTC}|11|no date",
                "      amount: 金额|      refund: 退\\n      amount: 金额|11|refund needs codes",
                "source: his|source: his\\ncurrency: USD|2|need yuan_for_one",
                "source: his|source: his\\nyuan_for_one: 7|2|not converted",
                "source: his|source: his\\ncharset: latin1|2|one of",
                "key: [line_no]|key: [visit, at]\\n    same_key: sum\\n    view: {name: v_fee, watermark: entered, look_back_minutes: 9, from: '2026-01-01T00:00:00'}|15|watermark must be part of the key",
                "key: [line_no]|key: [line_no]\\n    view: {name: 'v; drop table x', watermark: entered, look_back_minutes: 9, from: '2026-01-01T00:00:00'}|14|named like",
            })
    void aFaultNamesFileLineAndReason(String good, String bad, int line, String reason) throws IOException {
        String text = GOOD.replace(good.replace("\\n", "\n"), bad == null ? "" : bad.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);
        Path file = file(text);

        assertThatThrownBy(() -> MapReader.readFile(file, SHANGHAI))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("his.yaml:" + line + ":")
                .hasMessageContaining(reason);
    }

    /** The schema for editors knows the same words as the reader. JSON is YAML, so the same reader reads it. */
    @Test
    void theSchemaKnowsTheWordsOfTheReader() {
        YamlNode schema = YamlNode.read(config().resolve("tabular").resolve("tabular.schema.json"));
        YamlNode table = schema.get("properties").get("tables").get("items").get("properties");

        assertThat(schema.get("properties").entries().keySet()).isEqualTo(MapReader.KEYS);
        assertThat(table.entries().keySet()).isEqualTo(MapReader.TABLE_KEYS);
        assertThat(table.get("view").get("properties").entries().keySet()).isEqualTo(MapReader.VIEW_KEYS);
        assertThat(words(table.get("kind")))
                .isEqualTo(Arrays.stream(TableKind.values()).map(TableKind::key).collect(Collectors.toSet()));
        YamlNode column = schema.get("$defs").get("column");
        assertThat(column.get("oneOf")
                        .items()
                        .get(2)
                        .get("properties")
                        .entries()
                        .keySet())
                .isEqualTo(ColumnReader.KEYS);
        assertThat(table.get("columns").get("properties").entries().keySet())
                .isEqualTo(Arrays.stream(TableKind.values())
                        .flatMap(kind -> kind.fields().stream())
                        .collect(Collectors.toSet()));
    }

    private static Set<String> words(YamlNode node) {
        return node.get("enum").items().stream().map(YamlNode::text).collect(Collectors.toSet());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("his.yaml"), text);
    }

    private static Path config() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("config"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}

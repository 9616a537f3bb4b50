package org.yibaoban.portal.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.order.StayOrder;
import org.yibaoban.portal.desk.MenuGroup;
import org.yibaoban.portal.desk.MenuPage;
import org.yibaoban.portal.desk.SubmitGate;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.settlement.reconciliation.DifferenceKind;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.visit.VisitStatus;

/** The pages and their words fit each other. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(Language.BUNDLE, Locale.SIMPLIFIED_CHINESE);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(Language.BUNDLE, Locale.ENGLISH);

    /** Tables that are no work lists, and why. */
    private static final Map<String, String> NO_WORK_LISTS = Map.ofEntries(
            Map.entry("bill-lines", "thousands of lines, with a search and an export by the database"),
            Map.entry("stay-orders", "one stay's"),
            Map.entry("registration-table", "one person's"),
            Map.entry("findings-table", "one stay's"),
            Map.entry("receipts", "one stay's"),
            Map.entry("estimate-table", "the amounts of one settlement, in their order"),
            Map.entry("found-table", "what a search found, to choose one of it"),
            Map.entry("voids", "what waits for the second person now"),
            Map.entry("queries-table", "questions to one department"),
            Map.entry("forecast-table", "a line for each department, of one month"),
            Map.entry("#{tableId}", "a line for each method of payment"),
            Map.entry("indicators-table", "columns by choice; the page's workbook holds all"),
            Map.entry("open-table", "the indicators of one row, in their order; the page's workbook holds all"),
            Map.entry("copy-table", "a look before the deed"),
            Map.entry("casebook-table", "what a test run found, to be mended file by file"),
            Map.entry("mapping-suggestions", "the likeliest few, best first"),
            Map.entry("plans-table", "a line for each kind of report"),
            Map.entry("views-table", "a line for each view of the configuration"),
            Map.entry("line-history", "the last stops of the line"),
            Map.entry("postings-table", "a line a month"));

    /** Work lists whose order says something. */
    private static final Map<String, String> IN_THEIR_ORDER = Map.of(
            "rank-table", "the order is the rank",
            "catalogue-found", "the best found first",
            "stays-table", "the dearest first");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet()).isNotEmpty();
    }

    @Test
    void no_text_is_blank_and_the_chinese_ones_are_chinese() {
        assertThat(ENGLISH.keySet()).allSatisfy(key -> {
            assertThat(ENGLISH.getString(key)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(CHINESE.getString(key)).isNotBlank();
        });
    }

    @Test
    void every_text_that_a_page_names_is_there() {
        assertThat(CHINESE.keySet()).containsAll(found("msg\\['([\\w.]+)'\\]"));
    }

    @Test
    void words_that_are_chosen_by_a_value_are_there_for_every_value() {
        assertThat(CHINESE.keySet())
                .containsAll(keys("sex.", Sex.values()))
                .containsAll(keys("visit.", VisitStatus.values()))
                .containsAll(keys("insurance.", InsuranceType.values()))
                .containsAll(keys("insured.", InsuranceType.values()))
                .containsAll(keys("category.", MemberCategory.values()))
                .containsAll(keys("todo.", StayFlag.values()))
                .containsAll(keys("shut.", SubmitGate.values()))
                .containsAll(keys("order.state.", StayOrder.State.values()))
                .containsAll(keys("load.", TabularLoadRow.State.values()))
                .containsAll(keys("decision.ask.", DecisionKind.values()))
                .containsAll(keys("recon.guide.", DifferenceKind.values()))
                .containsAll(keys("decision.confirm.", DecisionKind.values()))
                .containsAll(keys("menu.", MenuGroup.values()))
                .containsAll(Arrays.stream(MenuPage.values())
                        .map(entry -> "nav." + entry.page())
                        .toList())
                .contains("level.0", "level.80", "level.90", "level.100");
    }

    @Test
    void every_webjar_file_that_a_page_names_is_on_the_class_path() {
        Set<String> named = found("library=\"webjars\" name=\"([^\"]+)\"");
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(PagesTest.class.getResource("/META-INF/resources/webjars/" + file))
                        .as(file)
                        .isNotNull());
    }

    /** PrimeFaces' walk through the cells takes the Enter key from the links in them and does not follow them. */
    @Test
    void tables_leave_the_keys_to_what_is_in_their_cells() {
        assertThat(found("<p:dataTable (?!cellNavigation=\"false\")([^>]{0,60})"))
                .isEmpty();
    }

    @Test
    void every_work_list_can_be_searched_sorted_and_exported() {
        assertThat(tables()).isNotEmpty().allSatisfy((id, table) -> {
            if (!NO_WORK_LISTS.containsKey(id)) {
                assertThat(table)
                        .as(id)
                        .contains(
                                "/WEB-INF/templates/table-head.xhtml\"><ui:param name=\"table\" value=\"" + id + "\"/>",
                                "widgetVar=\"" + id + "\"",
                                "emptyMessage=");
                assertThat(table.contains("globalFilterFunction=\"#{tableTools.shows}\""))
                        .as(id + " has a search of its own or this one")
                        .isNotEqualTo(table.contains("name=\"ownSearch\""));
                assertThat(table.contains("emptyMessage=\"#{tableTools.none("))
                        .as(id + " tells no rows from none found")
                        .isEqualTo(table.contains("globalFilterFunction"));
                assertThat(table.contains(" sortBy=") || IN_THEIR_ORDER.containsKey(id))
                        .as(id + " can be sorted")
                        .isTrue();
            }
        });
        assertThat(tables().keySet()).containsAll(NO_WORK_LISTS.keySet()).containsAll(IN_THEIR_ORDER.keySet());
    }

    /** By their ids, with all that stands in them. */
    private static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        Pattern table = Pattern.compile("<p:dataTable [^>]*?id=\"([^\"]+)\".*?</p:dataTable>", Pattern.DOTALL);
        pages().forEach(page ->
                table.matcher(page).results().forEach(found -> tables.put(found.group(1), found.group())));
        return tables;
    }

    @Test
    void no_page_names_another_host() {
        assertThat(found("(?:src|href|url)\\s*[=(]\\s*[\"']?((?:https?:)?//[^\"')\\s]+)"))
                .isEmpty();
    }

    private static List<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Set<String> found(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return pages().stream()
                .flatMap(page -> wanted.matcher(page).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> pages() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().matches(".*\\.(xhtml|css|js)"))
                    .map(PagesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.yibaoban.portal.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
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
    void no_page_names_another_host() {
        assertThat(found("(?:src|href|url)\\s*[=(]\\s*[\"']?((?:https?:)?//[^\"')\\s]+)"))
                .isEmpty();
    }

    private static List<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Set<String> found(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().matches(".*\\.(xhtml|css|js)"))
                    .flatMap(file -> wanted.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
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

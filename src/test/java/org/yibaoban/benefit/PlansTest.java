package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PlanReader;

class PlansTest {

    private static final String PLAN = "hecheng-employee";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Plans plans = PlanReader.read(RepositoryFiles.config());

    @Test
    void a_plan_is_put_together_once_for_a_day_that_is_asked_for_again() {
        assertThat(plans.inForce(PLAN, TODAY).orElseThrow())
                .isSameAs(plans.inForce(PLAN, TODAY).orElseThrow());
    }

    @Test
    void another_day_between_gives_each_day_its_own_plan() {
        plans.inForce(PLAN, TODAY);
        assertThat(plans.inForce(PLAN, TODAY.minusDays(1)).orElseThrow().day()).isEqualTo(TODAY.minusDays(1));
        assertThat(plans.inForce(PLAN, TODAY).orElseThrow().day()).isEqualTo(TODAY);
    }

    @Test
    void what_is_unknown_or_not_in_force_is_empty() {
        assertThat(plans.inForce("nothing", TODAY)).isEmpty();
        assertThat(plans.inForce(PLAN, LocalDate.of(1900, 1, 1))).isEmpty();
    }
}

package org.yibaoban.launcher.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private LedgerOffice office;

    @BeforeEach
    void open() throws IOException {
        office = new LedgerOffice();
    }

    @AfterEach
    void close() throws IOException {
        office.close();
    }

    @Test
    void a_day_that_was_kept_faithfully_agrees() throws InterruptedException {
        assertThat(play()).as(text()).isZero();
        assertThat(text())
                .contains("46 of 46 visits agree", "SETTLED 22, none (self-paying) 1", "The books agree", "ADT^A01 46")
                .doesNotContain("不符");
    }

    @Test
    void one_forgotten_line_is_found_and_named() throws InterruptedException {
        office.forgetLine = 1234;
        assertThat(play("--from-phase=admissions")).isEqualTo(1);
        assertThat(text()).contains("45 of 46 visits agree").containsPattern("TESTV\\d\\d: lines: the office has");
    }

    @Test
    void a_settlement_that_does_not_add_up_is_found() throws InterruptedException {
        office.settlesLess = new BigDecimal("0.01");
        assertThat(play()).isEqualTo(1);
        assertThat(text()).containsPattern("TESTV01: layers and personal add up to .* the total is");
    }

    @Test
    void after_a_lost_answer_the_same_message_is_sent_with_the_same_id() throws InterruptedException {
        office.dropEvery = 50;
        assertThat(play()).as(text()).isZero();
        assertThat(office.controlIds.get(49)).isEqualTo(office.controlIds.get(50));
    }

    @Test
    void a_day_can_be_played_on_after_an_interruption() throws InterruptedException {
        assertThat(play()).isZero();
        assertThat(play()).as(text()).isZero();
    }

    @Test
    void nobody_there_is_told_with_the_way_to_go_on() throws InterruptedException, IOException {
        List<String> arguments = new ArrayList<>(office.arguments());
        arguments.add("--patience=0");
        office.close();
        assertThat(new Day(Clock.systemUTC(), out()).play(arguments)).isEqualTo(1);
        assertThat(text()).contains("gave up after 0 s", "go on with --run-id TEST --seed 1 --date 2026-11-22");
    }

    @Test
    void wrong_arguments_are_told() throws InterruptedException {
        assertThat(play("--colour=green")).isEqualTo(2);
        assertThat(play("--run-id=with-a-dash")).isEqualTo(2);
        assertThat(play("--from-phase=teatime")).isEqualTo(2);
        assertThat(text()).contains("unknown option --colour=green", "--run-id has 1 to 14", "unknown phase teatime");
    }

    private int play(String... more) throws InterruptedException {
        List<String> arguments = new ArrayList<>(office.arguments());
        arguments.addAll(List.of(more));
        return new Day(Clock.systemUTC(), out()).play(arguments);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

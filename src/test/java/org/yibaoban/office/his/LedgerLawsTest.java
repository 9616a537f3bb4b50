package org.yibaoban.office.his;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.office.his.LedgerBatchTest.message;
import static org.yibaoban.office.his.LedgerBatchTest.posting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting.Kind;

/** Whatever forms of charging and taking back a HIS mixes, and in whatever order they come, the net is the same. */
class LedgerLawsTest {

    /** How one charge is taken back. */
    enum Form {
        NONE,
        /** CD, -1 or a minus sign with FT1-31, in one piece. */
        NAMED,
        /** The same in two pieces. */
        IN_PARTS,
        /** Without FT1-31; the item is this charge's alone. */
        UNNAMED,
        /** Under the id of the charge itself. */
        SAME_ID,
        /** P11 with another quantity. */
        UPDATED,
        /** P11 with no quantity. */
        UPDATED_TO_NOTHING
    }

    /** A charge of so many pieces at ten yuan, of which so many are taken back in this form. */
    record Story(int quantity, int back, Form form) {

        List<HisCommand.PostCharges> messages(int n) {
            String id = "T" + n;
            String item = "ITEM" + n;
            List<HisCommand.PostCharges> told = new ArrayList<>();
            told.add(message(1, posting(id, Kind.CHARGE, item, quantity, "", false)));
            switch (form) {
                case NONE -> {}
                case NAMED -> told.add(message(2, posting(id + "C", Kind.CREDIT, item, back, id, false)));
                case IN_PARTS -> {
                    told.add(message(2, posting(id + "C", Kind.CREDIT, item, 1, id, false)));
                    if (back > 1) {
                        told.add(message(3, posting(id + "D", Kind.CREDIT, item, back - 1, id, false)));
                    }
                }
                case UNNAMED -> told.add(message(2, posting(id + "C", Kind.CREDIT, item, back, "", false)));
                case SAME_ID -> told.add(message(2, posting(id + "/R", Kind.CREDIT, item, back, id, false)));
                case UPDATED, UPDATED_TO_NOTHING ->
                    told.add(message(2, posting(id, Kind.CHARGE, item, quantity - taken(), "", true)));
            }
            return told;
        }

        int taken() {
            return switch (form) {
                case NONE -> 0;
                case UPDATED_TO_NOTHING -> quantity;
                default -> back;
            };
        }
    }

    @Property(tries = 500)
    void the_net_is_what_was_charged_less_what_was_taken_back_in_any_order(
            @ForAll("stories") List<Story> stories, @ForAll Random order) {
        List<HisCommand.PostCharges> messages = new ArrayList<>();
        for (int n = 0; n < stories.size(); n++) {
            messages.addAll(stories.get(n).messages(n));
        }
        // some come twice, as after a lost answer
        messages.addAll(messages.stream().filter(m -> order.nextInt(3) == 0).toList());
        Collections.shuffle(messages, order);

        MemoryLedger ledger = new MemoryLedger();
        for (HisCommand.PostCharges message : messages) {
            ledger.receive(message);
            assertThat(ledger.net().isNegative()).isFalse();
            assertThat(ledger.left()).noneMatch(Money::isNegative);
        }

        int pieces = stories.stream().mapToInt(s -> s.quantity() - s.taken()).sum();
        assertThat(ledger.net()).isEqualTo(new Money(BigDecimal.TEN.multiply(new BigDecimal(pieces))));
        assertThat(ledger.waiting).isEmpty();
    }

    @Provide
    Arbitrary<List<Story>> stories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Form.class))
                .as((quantity, back, form) -> new Story(quantity, Math.min(quantity, back), form))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}

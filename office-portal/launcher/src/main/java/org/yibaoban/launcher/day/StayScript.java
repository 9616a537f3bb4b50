package org.yibaoban.launcher.day;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.launcher.day.Basket.Pick;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;

/** Writes the script of one stay: what the HIS sends about it, and when. */
final class StayScript {

    private static final int BATCHES = 9;
    private static final int WARD_MINUTES = 400;

    private final int index;
    private final Fate fate;
    private final Random random;
    private final Basket basket;
    private final Supplier<String> transactionIds;
    private final List<Department> departments;
    private final LocalDateTime midnight;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Charge> creditable = new ArrayList<>();
    private Stay stay;

    StayScript(int index, Stay stay, Random random, ScriptSource source, Supplier<String> transactionIds) {
        this.index = index;
        this.stay = stay;
        this.fate = Fate.of(index);
        this.random = random;
        this.basket = source.basket();
        this.departments = source.hospital().departments();
        this.midnight = source.day().atStartOfDay();
        this.transactionIds = transactionIds;
    }

    List<Planned> write() {
        admit();
        if (fate == Fate.CANCELLED) {
            adt("A11", midnight.plusHours(17).plusMinutes(index));
            return planned;
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            wardEvents(batch);
            charges(wardTime(batch), mixture());
        }
        specialCharges();
        orders();
        leave();
        return planned;
    }

    private void admit() {
        LocalDateTime at = stay.admitted();
        if (index % 9 == 0) {
            // the ward was quicker than the admission desk
            charges(at.minusMinutes(2), List.of(charge(basket.known("INF001", 1)), charge(basket.known("SAL001", 2))));
        }
        Person person = stay.person();
        if (fate == Fate.MISTYPED_IDENTITY) {
            stay = stay.of(person.withIdentity(mistyped(person.identityNumber())));
        }
        adt("A01", at);
        if (fate == Fate.MISTYPED_IDENTITY) {
            stay = stay.of(person);
            adt("A08", at.plusMinutes(25));
        }
        if (fate != Fate.CANCELLED) {
            charges(
                    at.plusMinutes(4),
                    List.of(
                            charge(basket.known(index % 8 == 5 ? "BED002" : "BED001", 1)),
                            charge(basket.known("DIA001", 1)),
                            charge(basket.known("NUR001", 1)),
                            charge(basket.known("LAB001", 1)),
                            charge(basket.known("ECG001", 1))));
        }
    }

    private void wardEvents(int batch) {
        if (batch == 4 && index % 6 == 1) {
            Department other = departments.get((departments.indexOf(stay.department()) + 5) % departments.size());
            stay = stay.movedTo(
                    other,
                    other.wards().get(0),
                    ScriptSource.bed(index),
                    other.doctors().get(index % other.doctors().size()));
            adt("A02", wardTime(batch).minusMinutes(1));
        }
        if (batch == 6 && index % 4 == 2) {
            Department home = stay.department();
            stay = stay.movedTo(
                    home,
                    stay.ward(),
                    stay.bed(),
                    home.doctors().get((index + 1) % home.doctors().size()));
            adt("A08", wardTime(batch).minusMinutes(1));
        }
    }

    /** New charges, and now and then a credit or a correction of an earlier one. */
    private List<Charge> mixture() {
        List<Charge> mixture = new ArrayList<>();
        int lines = 5 + random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            mixture.add(charge(basket.any(random)));
        }
        if (random.nextInt(3) == 0 && !creditable.isEmpty()) {
            Charge wrong = creditable.remove(random.nextInt(creditable.size()));
            boolean partly = wrong.quantity() > 1 && random.nextBoolean();
            mixture.add(wrong.credit(transactionIds.get(), partly ? 1 : wrong.quantity()));
            if (!partly && random.nextBoolean()) {
                mixture.add(wrong.again(transactionIds.get(), wrong.quantity() + 1));
            }
        }
        mixture.stream().filter(charge -> !charge.isCredit()).forEach(creditable::add);
        return mixture;
    }

    private void specialCharges() {
        LocalDateTime at = midnight.plusHours(16).plusMinutes(45);
        if (stay.ailment().code().equals("I20.000") && index % 2 == 0) {
            charges(at, List.of(charge(basket.known("PCI001", 1)), charge(basket.known("STN001", 1))));
        }
        if (fate == Fate.UNMAPPED_ITEMS) {
            charges(
                    at,
                    List.of(
                            charge(basket.known("UNM001", 2)),
                            charge(new Pick("NOSUCH1", "目录外新项目", ChargeType.OTHER, Money.of("88.00"), 1))));
        }
        if (fate == Fate.CREDIT_FIRST) {
            Charge late = charge(basket.known("CEF001", 4));
            charges(at, List.of(late.credit(transactionIds.get(), 4)));
            charges(at.plusMinutes(5), List.of(late));
        }
    }

    private void orders() {
        if (index % 3 != 0) {
            return;
        }
        Stay current = stay;
        List<Pick> dear = List.of(basket.known("OWN001", 2), basket.known("ALB001", 1), basket.any(random));
        plan(wardTime(2), (id, at) -> OrderHook.sign(id, current, List.of(basket.known("SAL001", 2)), at));
        plan(wardTime(5), (id, at) -> OrderHook.sign(id, current, dear, at));
    }

    private void leave() {
        LocalDateTime at = midnight.plusHours(17).plusMinutes(10 + index);
        if (fate.settles() || fate == Fate.REOPENED) {
            discharge(at);
        }
        if (fate == Fate.REOPENED || fate == Fate.DISCHARGED_TWICE) {
            adt("A13", at.plusMinutes(5));
            charges(at.plusMinutes(8), List.of(charge(basket.known("NUR002", 1)), charge(basket.known("GLU001", 2))));
        }
        if (fate == Fate.DISCHARGED_TWICE) {
            discharge(at.plusMinutes(40));
        }
    }

    private Charge charge(Pick pick) {
        return new Charge(
                transactionIds.get(),
                pick.code(),
                pick.name(),
                pick.units(),
                pick.price(),
                stay.department().code(),
                stay.doctor().code(),
                Optional.empty());
    }

    private void adt(String event, LocalDateTime when) {
        Stay current = stay;
        plan(when, (id, at) -> message("ADT^" + event, id, HisMessages.adt(event, id, current, at), List.of(), at));
    }

    private void discharge(LocalDateTime when) {
        Stay current = stay;
        plan(when, (id, at) -> message("ADT^A03", id, HisMessages.discharge(id, current, at), List.of(), at));
    }

    private void charges(LocalDateTime when, List<Charge> charges) {
        Stay current = stay;
        plan(when, (id, at) -> message("DFT^P03", id, HisMessages.charges(id, current, charges, at), charges, at));
    }

    private Step message(String type, String id, String text, List<Charge> charges, LocalDateTime at) {
        return new Step.Message(Phase.at(at), stay.visit(), type, id, text, charges, false);
    }

    private void plan(LocalDateTime at, Planned.Writer writer) {
        planned.add(new Planned(at, writer));
    }

    /** Batches lie evenly over the ward's day, each stay with its own offset. */
    private LocalDateTime wardTime(int batch) {
        return midnight.plusHours(10).plusMinutes(3L + (long) batch * WARD_MINUTES / BATCHES + index % 40);
    }

    /** The same number with another check character. */
    private static String mistyped(String identityNumber) {
        String body = identityNumber.substring(0, identityNumber.length() - 1);
        return body + (identityNumber.endsWith("1") ? "2" : "1");
    }
}

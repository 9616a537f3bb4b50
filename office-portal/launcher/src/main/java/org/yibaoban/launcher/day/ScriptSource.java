package org.yibaoban.launcher.day;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.yibaoban.config.CatalogueReader;
import org.yibaoban.config.HospitalReader;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;

/** The hospital, the people and the items that a script is written from. */
record ScriptSource(Hospital hospital, Basket basket, List<Person> people, LocalDate day) {

    /** Where the demonstration's quota is tight. */
    private static final String BUSY = "0304";

    static ScriptSource read(Path config, LocalDate day) {
        return new ScriptSource(
                HospitalReader.read(config),
                new Basket(CatalogueReader.read(config), day),
                Person.members(config),
                day);
    }

    /** The stays of a day, each of another person. */
    List<Stay> stays(int count, String runId, Random random) {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        if (shuffled.size() < count) {
            throw new DayFault("the day needs " + count + " people, members.csv has " + shuffled.size());
        }
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stays.add(stay(i, runId + String.format("V%02d", i + 1), person(Fate.of(i), shuffled.get(i)), random));
        }
        return stays;
    }

    private Stay stay(int index, String visit, Person person, Random random) {
        Department department = index % 5 == 4
                ? hospital.department(BUSY).orElse(hospital.departments().get(0))
                : hospital.departments().get(index % hospital.departments().size());
        LocalDateTime admitted = day.atTime(7, 5).plusMinutes(random.nextInt(150));
        return new Stay(
                visit,
                person,
                department,
                department.wards().get(index % department.wards().size()),
                bed(index),
                department.doctors().get(index % department.doctors().size()),
                Ailment.of(department.code(), index / 2),
                admitted);
    }

    static String bed(int index) {
        return String.format("%d^%02d", 301 + index / 4, index % 4 + 1);
    }

    private static Person person(Fate fate, Person member) {
        return switch (fate) {
            case WITHOUT_IDENTITY -> member.withIdentity("");
            case UNKNOWN_TO_PAYER -> stranger(member);
            default -> member;
        };
    }

    /** Members never have sequence 999, so no payer knows this person. */
    private static Person stranger(Person like) {
        String body = "990000" + like.birth().format(DateTimeFormatter.BASIC_ISO_DATE) + "999";
        return new Person("P99999999", body + IdentityNumber.check(body), "过客", "M", like.birth());
    }
}

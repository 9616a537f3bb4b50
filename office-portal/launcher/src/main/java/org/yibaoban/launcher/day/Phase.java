package org.yibaoban.launcher.day;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;

/** The parts of a day, in their order. */
enum Phase {
    ADMISSIONS(0),
    WARD(10),
    DISCHARGES(17),
    SETTLEMENTS(24),
    BOOKS(24);

    private final int fromHour;

    Phase(int fromHour) {
        this.fromHour = fromHour;
    }

    /** The phase that an event of the hospital belongs to. */
    static Phase at(LocalDateTime time) {
        if (time.getHour() >= DISCHARGES.fromHour) {
            return DISCHARGES;
        }
        return time.getHour() >= WARD.fromHour ? WARD : ADMISSIONS;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws DayFault for a word that names no phase */
    static Phase ofKey(String key) {
        return Arrays.stream(values())
                .filter(phase -> phase.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new DayFault("unknown phase " + key));
    }
}

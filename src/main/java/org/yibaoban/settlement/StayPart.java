package org.yibaoban.settlement;

import java.time.LocalDate;

/**
 * A part of a stay that is settled in parts (中途结算, ADR 25).
 *
 * @param number from 1, in the order of settlement
 * @param from the first day after the part before; the day of admission for the first part
 * @param through the last day whose charges it holds; the day of discharge for the last part
 * @param midStay mid_setl_flag: the stay goes on after it
 */
public record StayPart(int number, LocalDate from, LocalDate through, boolean midStay) {

    /** @throws IllegalArgumentException for a number below 1, or an end before the beginning */
    public StayPart {
        if (number < 1 || through.isBefore(from)) {
            throw new IllegalArgumentException("part " + number + " from " + from + " through " + through);
        }
    }

    /** Such as {@code 第 2 部分 2026-07-11 至 2026-07-20（中途结算）}. */
    public String chinese() {
        return "第 " + number + " 部分 " + from + " 至 " + through + (midStay ? "（中途结算）" : "（末次结算）");
    }

    public String english() {
        return "Part " + number + ", " + from + " to " + through + (midStay ? " (mid-stay)" : " (last)");
    }
}

package org.yibaoban.audit;

import java.util.List;

/** What a check found, before severity and clause are put to it. */
record Hit(List<NetLine> lines, String chinese, String english) {

    static Hit of(NetLine line, String chinese, String english) {
        return new Hit(List.of(line), line.item() + ": " + chinese, line.item() + ": " + english);
    }

    /** A finding about the stay. */
    static Hit ofStay(String chinese, String english) {
        return new Hit(List.of(), chinese, english);
    }
}

package org.yibaoban.audit;

import java.util.List;
import java.util.function.Supplier;

/** What a check found, before severity and clause are put to it; its words are put together only when they are read. */
record Hit(List<NetLine> lines, Supplier<String> chinese, Supplier<String> english) {

    static Hit of(NetLine line, Supplier<String> chinese, Supplier<String> english) {
        return new Hit(
                List.of(line), () -> line.item() + ": " + chinese.get(), () -> line.item() + ": " + english.get());
    }

    /** A finding about the stay. */
    static Hit ofStay(Supplier<String> chinese, Supplier<String> english) {
        return new Hit(List.of(), chinese, english);
    }
}

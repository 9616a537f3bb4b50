package org.yibaoban.office.notice;

import java.util.List;
import java.util.Optional;

/** All systems that are told; none where none is configured. */
public record HisReceivers(List<HisReceiver> all) {

    public HisReceivers {
        all = List.copyOf(all);
    }

    List<HisReceiver> wanting(NoticeKind kind) {
        return all.stream().filter(receiver -> receiver.wants().contains(kind)).toList();
    }

    Optional<HisReceiver> named(String name) {
        return all.stream().filter(receiver -> receiver.name().equals(name)).findFirst();
    }
}

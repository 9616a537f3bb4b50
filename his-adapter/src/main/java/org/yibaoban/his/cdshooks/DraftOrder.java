package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.order.OrderedItem;

/**
 * An order of the request.
 *
 * @param reference type and id, such as {@code MedicationRequest/12}; the type alone where it has no id yet
 * @param items empty where it could not be read
 * @param unread why
 */
record DraftOrder(JsonObject resource, String reference, List<OrderedItem> items, Optional<Unread> unread) {

    /** An order is read as a whole or not at all, and the user is told. */
    enum Unread {
        NOT_CHARGED("该类资源没有收费项目", "this kind of resource names no chargeable item"),
        NO_ITEM("未写明项目", "it names no item"),
        NOT_FOUND("所引用的药品或器械取不到", "the medication or device that it refers to could not be had"),
        NOT_SENT("所选医嘱未随请求发送", "selected, but not among the orders that were sent");

        private final String chinese;
        private final String english;

        Unread(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String chinese() {
            return chinese;
        }

        String english() {
            return english;
        }
    }

    static DraftOrder unread(JsonObject resource, String reference, Unread why) {
        return new DraftOrder(resource, reference, List.of(), Optional.of(why));
    }

    boolean hasId() {
        return reference.contains("/");
    }
}

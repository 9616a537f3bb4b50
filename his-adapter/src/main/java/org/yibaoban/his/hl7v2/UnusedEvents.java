package org.yibaoban.his.hl7v2;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.his.HisCommand;

/**
 * Events that change nothing here, each on purpose (docs/hl7v2.md has the table): some are accepted and only noted,
 * others refused because a sender that was told "accepted" would believe that something was done.
 */
final class UnusedEvents {

    private static final Set<String> NOTED = Set.of(
            "ADT A09", "ADT A10", "ADT A14", "ADT A15", "ADT A16", "ADT A20", "ADT A24", "ADT A25", "ADT A26",
            "ADT A27", "ADT A28", "ADT A32", "ADT A33", "ADT A37", "ADT A48", "ADT A49", "ADT A51", "ADT A60",
            "ADT A61", "ADT A62", "BAR P02", "BAR P06");

    /** Chinese and English. */
    private static final Map<String, String[]> REFUSED = Map.of(
            "ADT A17", new String[] {"换床请发两条 A02", "send two A02 for swapped beds"},
            "ADT A23", new String[] {"本系统不删除就诊，撤销请发 A11", "nothing is deleted here, send A11 to cancel"},
            "ADT A29", new String[] {"本系统不删除患者", "no patient is deleted here"},
            "ADT A43",
                    new String[] {"移动患者编号请由医保办处理", "moving an identifier between persons is for the office to decide"},
            "ADT A44", new String[] {"移动账户请发 A45（就诊）", "send A45 (visit) instead of moving an account"});

    private UnusedEvents() {}

    /** @throws MessageFault when the event is not handled, with what to send instead where that is known */
    static HisCommand command(String type, String event, String supported) {
        String name = type + " " + event;
        if (NOTED.contains(name)) {
            return new HisCommand.Noted(name);
        }
        FieldPath where = new FieldPath("MSH", 1, Optional.empty(), 9, 2);
        String[] instead = REFUSED.getOrDefault(name, new String[] {"支持 " + supported, "supported: " + supported});
        return throwing(MessageFault.rejected(
                ErrorCode.UNSUPPORTED_EVENT,
                where,
                "不支持的事件" + CommandReader.quoted(name) + "，" + instead[0],
                "event" + CommandReader.quoted(name) + " is not supported, " + instead[1]));
    }

    private static HisCommand throwing(MessageFault fault) {
        throw fault;
    }
}

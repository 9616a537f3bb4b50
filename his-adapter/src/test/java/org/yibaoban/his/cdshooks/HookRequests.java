package org.yibaoban.his.cdshooks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Requests as a HIS writes them. */
final class HookRequests {

    static final String INSTANCE = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

    private HookRequests() {}

    static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    /** @param more after the context, such as a prefetch, beginning with a comma; single quotes stand for double ones */
    static JsonObject sign(String more, String... orders) {
        return request("order-sign", "'encounterId':'V1',", more, orders);
    }

    static JsonObject select(String selections, String... orders) {
        return request("order-select", "'encounterId':'V1','selections':" + selections + ",", "", orders);
    }

    static JsonObject request(String hook, String context, String more, String... orders) {
        StringBuilder entries = new StringBuilder();
        for (String order : orders) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{'resource':")
                    .append(order)
                    .append("}");
        }
        return json("{'hook':'" + hook + "','hookInstance':'" + INSTANCE + "','context':{" + context
                + "'userId':'Practitioner/D1','patientId':'P1','draftOrders':{'resourceType':'Bundle','entry':["
                + entries + "]}}" + more + "}");
    }

    static String drug(String id, String code) {
        return drug(id, code, "'status':'draft'");
    }

    static String drug(String id, String code, String more) {
        return "{'resourceType':'MedicationRequest','id':'" + id + "'," + more
                + ",'medicationCodeableConcept':{'coding':[{'system':'" + Codings.HOSPITAL_ITEM + "','code':'" + code
                + "','display':'" + code + "'}]}}";
    }
}

package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.decision.DecisionView;
import org.yibaoban.office.decision.PastClaim;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.desk.VisitState;
import org.yibaoban.settlement.StayPart;

/** Where a visit stands, as JSON; no personal data. */
final class VisitJson {

    private VisitJson() {}

    /** @param history all claims of the visit, the newest first */
    static String of(VisitState state, List<PastClaim> history) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("visit", state.visit())
                .add("status", state.status().name())
                .add("total", state.charges().toString())
                .add("lines", state.lines())
                .add(
                        "membership",
                        Json.createObjectBuilder()
                                .add("state", state.membership())
                                .add("note", state.membershipNote()));
        var blockers = Json.createArrayBuilder();
        var flags = Json.createArrayBuilder();
        for (StayFlag flag : state.flags()) {
            flags.add(flag.name());
            if (flag.blocksClaim()) {
                blockers.add(flag.name());
            }
        }
        var remarks = Json.createArrayBuilder();
        state.remarks()
                .forEach(remark -> remarks.add(
                        Json.createObjectBuilder().add("zh", remark.chinese()).add("en", remark.english())));
        return json.add("flags", flags)
                .add("remarks", remarks)
                .add("blockers", blockers)
                .add(
                        "claim",
                        state.claim()
                                .map(VisitJson::claim)
                                .orElseGet(() -> Json.createObjectBuilder().add("state", "NONE")))
                .add("claims", claims(history))
                .build()
                .toString();
    }

    private static JsonArrayBuilder claims(List<PastClaim> history) {
        JsonArrayBuilder claims = Json.createArrayBuilder();
        for (PastClaim claim : history) {
            JsonArrayBuilder decisions = Json.createArrayBuilder();
            claim.decisions().forEach(decision -> decisions.add(decision(decision)));
            claims.add(Json.createObjectBuilder()
                    .add("identifier", claim.identifier())
                    .add("state", claim.state().name())
                    .add("created_at", claim.createdAt().toString())
                    .add("created_by", claim.createdBy())
                    .add("payer_reference", claim.payerReference().orElse(""))
                    .add("note", claim.note())
                    .add("part", part(claim.part()))
                    .add("decisions", decisions));
        }
        return claims;
    }

    private static JsonObjectBuilder decision(DecisionView decision) {
        return Json.createObjectBuilder()
                .add("kind", decision.kind().name())
                .add("state", decision.state().name())
                .add("reason", decision.reason())
                .add("requested_by", decision.requestedBy())
                .add("requested_at", decision.requestedAt().toString())
                .add("decided_by", decision.decidedBy().orElse(""))
                .add("decided_at", decision.decidedAt().map(Object::toString).orElse(""))
                .add("closed_at", decision.closedAt().map(Object::toString).orElse(""))
                .add("identifier", decision.identifier().orElse(""))
                .add("payer_reference", decision.payerReference().orElse(""))
                .add("note", decision.note());
    }

    private static JsonObjectBuilder claim(ClaimView claim) {
        JsonObjectBuilder amounts = Json.createObjectBuilder();
        claim.amounts().forEach((field, amount) -> amounts.add(field.key(), amount.toString()));
        return Json.createObjectBuilder()
                .add("state", claim.state().name())
                .add("identifier", claim.identifier())
                .add("payer_reference", claim.payerReference().orElse(""))
                .add("amounts", amounts)
                .add("differences", Json.createArrayBuilder(claim.differences()))
                .add("part", part(claim.part()))
                .add("note", claim.note());
    }

    /** Null where the visit is settled at once. */
    private static JsonValue part(Optional<StayPart> part) {
        return part.<JsonValue>map(one -> Json.createObjectBuilder()
                        .add("number", one.number())
                        .add("from", one.from().toString())
                        .add("through", one.through().toString())
                        .add("mid_setl_flag", one.midStay() ? 1 : 0)
                        .build())
                .orElse(JsonValue.NULL);
    }
}

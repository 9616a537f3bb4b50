package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.cashier.CashierDesk;
import org.yibaoban.office.cashier.ClosingDesk;
import org.yibaoban.office.cashier.VoidDesk;
import org.yibaoban.portal.security.OfficeCaller;
import org.yibaoban.visit.VisitNumber;

/**
 * Money for a cashier's or a payment terminal's program. Amounts are strings of yuan by method: {@code {"seen": 0,
 * "parts": {"CASH": "500.00"}}}; {@code seen} is the number of receipts of the look before.
 */
@Path("cashier")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CashierResource {

    private static final int MOST_OWING = 1000;

    @Inject
    private CashierDesk desk;

    @Inject
    private VoidDesk voids;

    @Inject
    private ClosingDesk closings;

    @Inject
    private SecurityContext security;

    @GET
    @Path("visits/{number}")
    @Operation(summary = "Money of a visit: its receipts, what is owed, the deposit left")
    public String visit(@PathParam("number") String number) {
        return MoneyJson.of(desk.view(VisitsResource.visit(number)));
    }

    /** Who still owes, by visit. */
    @GET
    @Path("owing")
    @Operation(summary = "Visits whose patients still owe")
    public String owing() {
        return MoneyJson.ofOwing(desk.owing(MOST_OWING));
    }

    @POST
    @Path("visits/{number}/deposits")
    @Operation(summary = "Takes a deposit")
    public String deposit(@PathParam("number") String number, String body) {
        return done(number, body, desk::deposit);
    }

    @POST
    @Path("visits/{number}/payments")
    @Operation(summary = "Takes the patient's share, whole or a part")
    public String pay(@PathParam("number") String number, String body) {
        return done(number, body, desk::pay);
    }

    @POST
    @Path("visits/{number}/refunds")
    @Operation(summary = "Gives the rest of the deposit back")
    public String refund(@PathParam("number") String number, String body) {
        return done(number, body, desk::refund);
    }

    /** A movement of money at a visit. */
    private interface Deed {
        void at(VisitNumber visit, int seen, Parts parts, AppUser user);
    }

    private String done(String number, String body, Deed deed) {
        cashier();
        JsonObject json = Bodies.json(body);
        deed.at(VisitsResource.visit(number), Bodies.count(json, "seen"), MoneyJson.parts(json, "parts"), user());
        return visit(number);
    }

    /** Asks for a receipt to be voided: {@code {"reason": "..."}}. */
    @POST
    @Path("receipts/{receipt}/void")
    @Operation(summary = "Asks that a receipt be voided")
    public void askVoid(@PathParam("receipt") String receipt, String body) {
        cashier();
        voids.request(number(receipt), Bodies.text(body, "reason"), user());
    }

    /** The second person's word: {@code {"approve": true}}. */
    @POST
    @Path("receipts/{receipt}/void/approval")
    @Operation(summary = "A second person approves or refuses the voiding")
    public void decideVoid(@PathParam("receipt") String receipt, String body) {
        voids.decide(number(receipt), Bodies.bool(Bodies.json(body), "approve"), user());
    }

    /** The caller's receipts that are in no closing yet. */
    @GET
    @Path("closing")
    @Operation(summary = "What the day's closing would hold now")
    public String open() {
        return MoneyJson.of(closings.open(user()));
    }

    /** {@code {"seen": 3, "counted": {"CASH": "100.00"}, "reason": "", "receiver": "office"}}. */
    @POST
    @Path("closing")
    @Operation(summary = "Closes the day: hands the counted money to a receiver")
    public String close(String body) {
        cashier();
        JsonObject json = Bodies.json(body);
        long id = closings.close(
                Bodies.count(json, "seen"),
                MoneyJson.parts(json, "counted"),
                Bodies.text(json, "reason"),
                Bodies.text(json, "receiver"),
                user());
        return MoneyJson.of(closings.find(id).orElseThrow());
    }

    /** The receiver's word: {@code {"confirm": false, "remark": "..."}}. */
    @POST
    @Path("closings/{id}/answer")
    @Operation(summary = "The receiver confirms the closing or gives it back")
    public void answer(@PathParam("id") long id, String body) {
        JsonObject json = Bodies.json(body);
        closings.answer(id, Bodies.bool(json, "confirm"), Bodies.text(json, "remark"), user());
    }

    /** Before the body is looked at: who may not is told so. */
    private void cashier() {
        if (!user().roles().contains(CashierDesk.CASHIER)) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "cashier", "");
        }
    }

    private static ReceiptNumber number(String text) {
        return ReceiptNumber.read(text).orElseThrow(() -> new OfficeRefused(ReasonCode.RECEIPT_UNKNOWN, "receipt", ""));
    }

    private AppUser user() {
        return security.getPrincipalsByType(OfficeCaller.class).stream()
                .findFirst()
                .orElseThrow(() -> new OfficeRefused(ReasonCode.NOT_ALLOWED, "cashier", ""))
                .user();
    }
}

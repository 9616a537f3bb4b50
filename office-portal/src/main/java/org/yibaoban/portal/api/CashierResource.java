package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.money.Money;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.cashier.CashierDesk;
import org.yibaoban.office.cashier.ClosingDesk;
import org.yibaoban.office.cashier.VoidDesk;
import org.yibaoban.portal.security.OfficeCaller;

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
        cashier();
        JsonObject json = Bodies.json(body);
        desk.deposit(VisitsResource.visit(number), seen(json), parts(json, "parts"), user());
        return visit(number);
    }

    @POST
    @Path("visits/{number}/payments")
    @Operation(summary = "Takes the patient's share, whole or a part")
    public String pay(@PathParam("number") String number, String body) {
        cashier();
        JsonObject json = Bodies.json(body);
        desk.pay(VisitsResource.visit(number), seen(json), parts(json, "parts"), user());
        return visit(number);
    }

    @POST
    @Path("visits/{number}/refunds")
    @Operation(summary = "Gives the rest of the deposit back")
    public String refund(@PathParam("number") String number, String body) {
        cashier();
        JsonObject json = Bodies.json(body);
        desk.refund(VisitsResource.visit(number), seen(json), parts(json, "parts"), user());
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
        voids.decide(number(receipt), bool(Bodies.json(body), "approve"), user());
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
                seen(json),
                parts(json, "counted"),
                json.getString("reason", ""),
                json.getString("receiver", ""),
                user());
        return MoneyJson.of(closings.find(id).orElseThrow());
    }

    /** The receiver's word: {@code {"confirm": false, "remark": "..."}}. */
    @POST
    @Path("closings/{id}/answer")
    @Operation(summary = "The receiver confirms the closing or gives it back")
    public void answer(@PathParam("id") long id, String body) {
        JsonObject json = Bodies.json(body);
        closings.answer(id, bool(json, "confirm"), json.getString("remark", ""), user());
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

    private static int seen(JsonObject json) {
        if (!(json.get("seen") instanceof JsonNumber seen)) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "seen", "the number of receipts of the look before");
        }
        return seen.intValue();
    }

    private static boolean bool(JsonObject json, String key) {
        JsonValue value = json.get(key);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, key, "true or false is expected");
        }
        return value == JsonValue.TRUE;
    }

    private static Parts parts(JsonObject json, String key) {
        Map<PayMethod, Money> parts = new EnumMap<>(PayMethod.class);
        if (json.get(key) instanceof JsonObject amounts) {
            amounts.forEach((method, amount) -> parts.put(method(method), amount(amount)));
        }
        return new Parts(parts);
    }

    private static PayMethod method(String name) {
        try {
            return PayMethod.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.MONEY_AMOUNT, "method", "");
        }
    }

    private static Money amount(JsonValue value) {
        try {
            return new Money(new BigDecimal(((JsonString) value).getString()));
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.MONEY_AMOUNT, "amount", "a string such as \"120.00\"");
        }
    }

    private AppUser user() {
        return security.getPrincipalsByType(OfficeCaller.class).stream()
                .findFirst()
                .orElseThrow(() -> new OfficeRefused(ReasonCode.NOT_ALLOWED, "cashier", ""))
                .user();
    }
}

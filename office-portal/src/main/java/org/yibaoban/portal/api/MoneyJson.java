package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Owing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.cashier.StayMoney;

/** Money as JSON: amounts in yuan as strings, no personal data. */
final class MoneyJson {

    private MoneyJson() {}

    static String of(StayMoney money) {
        StayAccount account = money.account();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("visit", money.visit().visit())
                .add("claim", money.claim().map(Enum::name).orElse("NONE"))
                .add("seen", money.seen())
                .add("takesDeposit", account.takesDeposit())
                .add("exempt", account.situation().exempt())
                .add("depositLeft", account.depositLeft().toString())
                .add("released", account.isReleased())
                .add("owed", account.owed().toString())
                .add("payable", account.payable().toString())
                .add("receipts", receipts(account.receipts()));
        account.share()
                .ifPresent(share -> json.add("personal", share.personal().toString())
                        .add("account", share.account().toString()));
        JsonArrayBuilder back = Json.createArrayBuilder();
        account.toReturn().forEach(receipt -> back.add(receipt.number().toString()));
        return json.add("toReturn", back).build().toString();
    }

    static String of(List<Receipt> open) {
        return Json.createObjectBuilder()
                .add("seen", open.size())
                .add("expected", parts(Closing.expected(open)))
                .add("receipts", receipts(open))
                .build()
                .toString();
    }

    static String of(Closing closing) {
        return Json.createObjectBuilder()
                .add("id", closing.id())
                .add("expected", parts(closing.expected()))
                .add("counted", parts(closing.counted()))
                .add("receiver", closing.receiver())
                .add("receipts", receipts(closing.receipts()))
                .build()
                .toString();
    }

    static String ofOwing(List<Owing> owing) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Owing one : owing) {
            array.add(Json.createObjectBuilder()
                    .add("visit", one.visit())
                    .add("estimated", one.estimated())
                    .add("personal", one.personal().toString())
                    .add("owed", one.owed().toString())
                    .add("deposit", one.deposit().toString()));
        }
        return array.build().toString();
    }

    private static JsonArrayBuilder receipts(List<Receipt> receipts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Receipt receipt : receipts) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("number", receipt.number().toString())
                    .add("kind", receipt.kind().name())
                    .add("amount", receipt.amount().toString())
                    .add("parts", parts(receipt.parts()))
                    .add("cashier", receipt.cashier())
                    .add("at", receipt.at().toString());
            receipt.claim().ifPresent(claim -> json.add("claim", claim));
            receipt.voids().map(ReceiptNumber::toString).ifPresent(voided -> json.add("voids", voided));
            array.add(json);
        }
        return array;
    }

    private static JsonObjectBuilder parts(Parts parts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (PayMethod method : PayMethod.values()) {
            if (parts.amounts().containsKey(method)) {
                json.add(method.name(), parts.of(method).toString());
            }
        }
        return json;
    }

    /** @throws OfficeRefused when they are missing, or a method or an amount is none */
    static Parts parts(JsonObject json, String key) {
        if (!(json.get(key) instanceof JsonObject amounts)) {
            throw new OfficeRefused(
                    ReasonCode.BAD_REQUEST, key, "amounts by method are expected, {\"CASH\": \"120.00\"}");
        }
        Map<PayMethod, Money> parts = new EnumMap<>(PayMethod.class);
        amounts.keySet().forEach(method -> parts.put(method(method), amount(amounts, method)));
        return new Parts(parts);
    }

    private static PayMethod method(String name) {
        return Arrays.stream(PayMethod.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new OfficeRefused(ReasonCode.MONEY_AMOUNT, "method", Arrays.toString(PayMethod.values())));
    }

    private static Money amount(JsonObject amounts, String method) {
        try {
            return new Money(Bodies.decimal(amounts, method));
        } catch (ArithmeticException partOfAFenOrTooLarge) {
            throw new OfficeRefused(ReasonCode.MONEY_AMOUNT, method, "an amount such as \"120.00\" is expected");
        }
    }
}

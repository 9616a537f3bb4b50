package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Owing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.cashier.StayAccount;
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
}

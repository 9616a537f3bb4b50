package org.yibaoban.consent;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yibaoban.money.Money;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * One item's consent form, filled in before anybody signs: there are no blank forms. Its hash is of this content alone
 * and is printed on it.
 *
 * @param number quoted by people, unique
 * @param quantity in the item's unit
 * @param unitPrice in yuan; also the highest price that the consent allows
 * @param necessity the doctor's reason
 * @param alternative what the catalogue has instead, or that it has nothing
 * @param doctor who explains it
 * @param usedSince when some of it was used already; empty when it comes first, as it should
 */
public record ConsentForm(
        String number,
        VisitNumber visit,
        PatientNumber patient,
        String patientName,
        ConsentItem item,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Set<ConsentReason> reasons,
        String necessity,
        String alternative,
        String doctor,
        LocalDateTime preparedAt,
        Optional<LocalDateTime> usedSince) {

    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int QUANTITY_PLACES = 4;
    private static final int PRICE_PLACES = 6;

    /** @throws ConsentFault naming the first field that is blank or no sensible figure */
    public ConsentForm {
        reasons = Set.copyOf(reasons);
        Fields.given("项目名称 item", item.name());
        necessity = Fields.given("使用理由 reason", necessity);
        alternative = Fields.given("替代项目 alternative", alternative);
        doctor = Fields.given("告知医师 doctor", doctor);
        patientName = Fields.given("患者姓名 patient", patientName);
        refuseWrongQuantity(quantity);
        figure("单价 price", unitPrice, PRICE_PLACES);
        if (reasons.isEmpty()) {
            throw new ConsentFault("需告知原因 grounds", "该项目无需签署 the item needs no consent");
        }
    }

    /** @throws ConsentFault for no sensible figure; asked before anything is reckoned with it */
    public static void refuseWrongQuantity(BigDecimal quantity) {
        figure("数量 quantity", quantity, QUANTITY_PLACES);
    }

    /** Quantity times price, in yuan. */
    public Money amount() {
        return Money.rounded(quantity.multiply(unitPrice));
    }

    /** SHA-256 of the content, in hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One line for each field, in the order of their names, line ends and backslashes written out. */
    public String content() {
        StringBuilder text = new StringBuilder("yibaoban-consent-1\n");
        fields().forEach((key, value) -> text.append(key)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n"))
                .append('\n'));
        return text.toString();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("number", number);
        fields.put("visit", visit.value());
        fields.put("patient", patient.value());
        fields.put("patient_name", patientName);
        fields.put("item", item.code());
        fields.put("national_code", item.nationalCode().orElse(""));
        fields.put("name", item.name());
        fields.put("specification", item.specification());
        fields.put("unit", item.unit());
        fields.put("class", item.itemClass().code());
        fields.put(
                "first_share",
                item.firstShare().map(share -> plain(share.share())).orElse(""));
        fields.put("unit_limit", item.unitLimit().map(ConsentForm::plain).orElse(""));
        fields.put("restriction", item.restriction().orElse(""));
        fields.put("quantity", plain(quantity));
        fields.put("unit_price", plain(unitPrice));
        fields.put("amount", amount().toString());
        fields.put(
                "grounds",
                String.join(
                        ",",
                        new TreeSet<>(reasons.stream().map(ConsentReason::key).toList())));
        fields.put("reason", necessity);
        fields.put("alternative", alternative);
        fields.put("doctor", doctor);
        fields.put("prepared_at", preparedAt.toString());
        fields.put("used_since", usedSince.map(LocalDateTime::toString).orElse(""));
        return fields;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void figure(String field, BigDecimal value, int places) {
        if (value == null || value.signum() <= 0) {
            throw new ConsentFault(field, "须大于零 must be above zero");
        }
        if (value.compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > places) {
            throw new ConsentFault(field, "最多 1000000、" + places + " 位小数 at most 1000000, " + places + " places");
        }
    }

    @Override
    public String toString() {
        return "consent form " + number;
    }
}

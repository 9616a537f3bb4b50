package org.yibaoban.portal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.DrawnSignature;
import org.yibaoban.consent.Signer;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.office.consent.ConsentPrinter;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.hospital.Ward;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;

/** The consent form as PDF: one item on one page, nothing on it left blank but the room for a pen. */
public final class ConsentSheet implements ConsentPrinter {

    private static final Template SHEET = new Template("/org/yibaoban/portal/print/consent-sheet.xhtml");

    private final Hospital hospital;
    private final Format format;

    public ConsentSheet(Hospital hospital, Format format) {
        this.hospital = hospital;
        this.format = format;
    }

    @Override
    public byte[] print(
            Consent consent, PatientDetails patient, Location location, Optional<DrawnSignature> signature) {
        Map<String, Object> values = new LinkedHashMap<>();
        head(values, patient, location);
        item(values, consent.form());
        signing(values, consent, signature.isPresent());
        Document page = SHEET.fill(values);
        signature.ifPresent(drawn -> picture(page).setAttribute("src", SignaturePicture.dataUri(drawn)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            Pdf.write(page, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private void head(Map<String, Object> values, PatientDetails patient, Location location) {
        values.put("hospital", hospital.name());
        values.put(
                "sex",
                switch (patient.sex()) {
                    case MALE -> "男";
                    case FEMALE -> "女";
                    default -> "—";
                });
        values.put("birthDate", patient.birthDate().map(format::day).orElse("—"));
        values.put(
                "identity",
                patient.identityNumber()
                        .map(number ->
                                IdentityNumber.fault(number).isPresent() ? "待核" : new IdentityNumber(number).masked())
                        .orElse("—"));
        values.put(
                "department",
                hospital.department(location.department()).map(Department::name).orElse(location.department()));
        values.put(
                "bed", hospital.ward(location.ward()).map(Ward::name).orElse(location.ward()) + " " + location.bed());
    }

    private void item(Map<String, Object> values, ConsentForm form) {
        ConsentItem item = form.item();
        values.put("number", form.number());
        values.put("visit", form.visit().value());
        values.put("patientNumber", form.patient().value());
        values.put("name", form.patientName());
        values.put("item", item.name());
        values.put("codes", item.nationalCode().map(code -> code + " / ").orElse("") + item.code());
        values.put("specification", item.specification().isBlank() ? "无" : item.specification());
        values.put("unit", item.unit().isBlank() ? "次" : item.unit());
        values.put("class", itemClass(item));
        values.put("quantity", format.exact(form.quantity()));
        values.put("price", format.price(form.unitPrice()));
        values.put("amount", format.money(form.amount()));
        values.put("capitals", ChineseAmount.of(form.amount()));
        values.put(
                "limit",
                item.unitLimit().map(format::price).map(limit -> limit + " 元").orElse(""));
        values.put("restriction", item.restriction().orElse(""));
        values.put(
                "grounds",
                new TreeSet<>(form.reasons())
                        .stream().map(ConsentReason::chinese).collect(Collectors.joining("；")));
        values.put("necessity", form.necessity());
        values.put("alternative", form.alternative());
        values.put("usedSince", form.usedSince().map(format::time).orElse(""));
        values.put("doctor", form.doctor());
        values.put("preparedAt", format.time(form.preparedAt()));
        values.put("sha256", form.sha256());
    }

    private static String itemClass(ConsentItem item) {
        if (item.itemClass() == ItemClass.C) {
            return "丙类（全自费）";
        }
        return item.itemClass() == ItemClass.A
                ? "甲类"
                : "乙类，先行自付 "
                        + item.firstShare()
                                .map(rate -> rate.share().movePointRight(2).stripTrailingZeros())
                                .map(percent -> percent.toPlainString() + "%")
                                .orElse("—");
    }

    private void signing(Map<String, Object> values, Consent consent, boolean drawn) {
        Optional<Signer> signer = consent.signer();
        boolean late = consent.form().usedSince().isPresent() && signer.isPresent();
        values.put("emergency", consent.deadline().isPresent() ? consent.note() : "");
        values.put("late", late ? "补签" : "");
        values.put("drawn", drawn ? "drawn" : "");
        values.put("byPen", drawn ? "" : "pen");
        values.put("signer", signer.map(Signer::name).orElse("＿＿＿＿＿＿"));
        values.put("relation", signer.map(who -> who.relation().chinese()).orElse("＿＿＿＿＿＿"));
        values.put("witness", signer.map(Signer::witness).orElse("＿＿＿＿＿＿"));
        values.put("signedAt", signer.map(who -> format.time(who.at())).orElse("＿＿＿＿年＿＿月＿＿日＿＿时＿＿分"));
    }

    private static Element picture(Document page) {
        return (Element) page.getElementsByTagName("img").item(0);
    }
}

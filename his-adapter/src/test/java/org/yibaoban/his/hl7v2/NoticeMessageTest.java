package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v251.datatype.ED;
import ca.uhn.hl7v2.model.v251.group.ORU_R01_ORDER_OBSERVATION;
import ca.uhn.hl7v2.model.v251.message.MDM_T02;
import ca.uhn.hl7v2.model.v251.message.ORU_R01;
import ca.uhn.hl7v2.model.v251.segment.OBX;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.NoticeKind;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** What the HIS is told, read by HAPI. */
class NoticeMessageTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 10, 30);
    private static final HisNotice.Subject SUBJECT = new HisNotice.Subject(
            new VisitNumber("ZY0001"),
            VisitType.INPATIENT,
            new PatientDetails(
                    new PatientNumber("P0001"),
                    Optional.empty(),
                    "测|试𠮷",
                    Sex.FEMALE,
                    Optional.of(LocalDate.of(1961, 3, 4))));

    @Test
    void aSettlementGoesOutWithItsAmountsUnderTheNationalNames() throws HL7Exception {
        ORU_R01 message = read(
                StandardCharsets.UTF_8,
                new HisNotice.ClaimMoved(
                        SUBJECT,
                        "7d3c",
                        ClaimState.SETTLED,
                        Optional.of("S1"),
                        Map.of(
                                SettlementField.BASIC_FUND,
                                Money.of("11840.00"),
                                SettlementField.CASH,
                                Money.of("0.50")),
                        "",
                        AT));

        assertThat(message.getMSH().getMessageControlID().getValue()).isEqualTo("N1");
        assertThat(message.getMSH().getReceivingApplication().encode()).isEqualTo("HIS");
        assertThat(message.getPATIENT_RESULT()
                        .getPATIENT()
                        .getPID()
                        .getPatientName(0)
                        .getFamilyName()
                        .getSurname()
                        .getValue())
                .isEqualTo("测|试𠮷");
        assertThat(message.getPATIENT_RESULT()
                        .getPATIENT()
                        .getVISIT()
                        .getPV1()
                        .getVisitNumber()
                        .getIDNumber()
                        .getValue())
                .isEqualTo("ZY0001");
        ORU_R01_ORDER_OBSERVATION order = message.getPATIENT_RESULT().getORDER_OBSERVATION();
        assertThat(order.getOBR()
                        .getUniversalServiceIdentifier()
                        .getIdentifier()
                        .getValue())
                .isEqualTo("SETTLEMENT");
        assertThat(order.getOBSERVATIONReps()).isEqualTo(4);
        assertThat(value(order, 0)).startsWith("SETTLED^");
        assertThat(value(order, 1)).isEqualTo("S1");
        assertThat(order.getOBSERVATION(2)
                        .getOBX()
                        .getObservationIdentifier()
                        .getIdentifier()
                        .getValue())
                .isEqualTo("hifp_pay");
        assertThat(value(order, 2)).isEqualTo("11840.00");
        assertThat(order.getOBSERVATION(2).getOBX().getUnits().encode()).isEqualTo("CNY");
        assertThat(value(order, 3)).isEqualTo("0.50");
    }

    @Test
    void flagsGoOutAndAreTakenBack() throws HL7Exception {
        ORU_R01 raised =
                read(StandardCharsets.UTF_8, new HisNotice.FlagsChanged(SUBJECT, Set.of(StayFlag.UNMAPPED_ITEM), AT));
        ORU_R01 none = read(StandardCharsets.UTF_8, new HisNotice.FlagsChanged(SUBJECT, Set.of(), AT));

        assertThat(value(raised.getPATIENT_RESULT().getORDER_OBSERVATION(), 0)).startsWith("UNMAPPED_ITEM^");
        assertThat(value(none.getPATIENT_RESULT().getORDER_OBSERVATION(), 0)).startsWith("NONE^");
    }

    @Test
    void aSignedFormIsFiledWithItsPdfByteForByteAndItsHash() throws HL7Exception {
        HisNotice.ConsentMoved signed = SignedConsents.signed(SUBJECT, AT);

        MDM_T02 message = (MDM_T02) parsed(StandardCharsets.UTF_8, signed);

        assertThat(message.getMSH().getMessageType().encode()).isEqualTo("MDM^T02^MDM_T02");
        assertThat(message.getPV1().getVisitNumber().getIDNumber().getValue()).isEqualTo("ZY0001");
        assertThat(message.getTXA().getUniqueDocumentNumber().encode()).isEqualTo("ZY0001-ZQ1^YIBAOBAN");
        assertThat(message.getTXA().getDocumentCompletionStatus().getValue()).isEqualTo("LA");
        assertThat(message.getTXA().getDocumentAvailabilityStatus().getValue()).isEqualTo("AV");
        ED pdf = (ED) message.getOBSERVATION(0).getOBX().getObservationValue(0).getData();
        assertThat(pdf.getDataSubtype().getValue()).isEqualTo("PDF");
        assertThat(Base64.getDecoder().decode(pdf.getData().getValue())).isEqualTo(SignedConsents.PDF);
        assertThat(message.getOBSERVATION(1).getOBX().getObservationValue(0).encode())
                .isEqualTo(SignedConsents.SHA256);
        assertThat(message.encode()).contains("consent_state^", "SIGNED^已签署", "OWN001^注射用复方营养因子");
    }

    @Test
    void aFormThatIsTakenBackIsObsoleteAndCarriesNoDocument() throws HL7Exception {
        MDM_T02 message = (MDM_T02) parsed(StandardCharsets.UTF_8, SignedConsents.withdrawn(SUBJECT, AT));

        assertThat(message.getMSH().getMessageType().encode()).isEqualTo("MDM^T04^MDM_T02");
        assertThat(message.getTXA().getDocumentAvailabilityStatus().getValue()).isEqualTo("OB");
        assertThat(message.encode()).contains("WITHDRAWN^").doesNotContain("Base64");
    }

    @Test
    void aReceiverOfGb18030GetsRareCharactersWhole() throws HL7Exception {
        ORU_R01 message = read(Charset.forName("GB18030"), new HisNotice.FlagsChanged(SUBJECT, Set.of(), AT));

        assertThat(message.getMSH().getCharacterSet(0).getValue()).isEqualTo("GB 18030-2000");
        assertThat(message.getPATIENT_RESULT()
                        .getPATIENT()
                        .getPID()
                        .getPatientName(0)
                        .getFamilyName()
                        .getSurname()
                        .getValue())
                .isEqualTo("测|试𠮷");
    }

    private static String value(ORU_R01_ORDER_OBSERVATION order, int fact) throws HL7Exception {
        OBX obx = order.getOBSERVATION(fact).getOBX();
        return obx.getObservationValue(0).encode();
    }

    private static ORU_R01 read(Charset charset, HisNotice notice) throws HL7Exception {
        return (ORU_R01) parsed(charset, notice);
    }

    private static Message parsed(Charset charset, HisNotice notice) throws HL7Exception {
        HisReceiver receiver = new HisReceiver(
                "HIS",
                new HisReceiver.Mllp("localhost", 2576, "HIS", "990000", charset, "2.5.1"),
                Set.of(NoticeKind.values()));
        byte[] message = new MllpHisGateway(CLOCK).write(receiver, notice, "N1");
        DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.defaultValidation());
        return context.getPipeParser().parse(new String(message, charset));
    }
}

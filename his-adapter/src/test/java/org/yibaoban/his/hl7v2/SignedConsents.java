package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;
import org.yibaoban.office.notice.HisNotice;

/** A consent form that was signed, and what of it a HIS is told. */
public final class SignedConsents {

    public static final byte[] PDF = "%PDF-1.4 | ^~\\& \r 龚䶮".getBytes(StandardCharsets.UTF_8);
    public static final String SHA256 = "ab".repeat(32);

    private SignedConsents() {}

    public static HisNotice.ConsentMoved signed(HisNotice.Subject subject, LocalDateTime at) {
        return new HisNotice.ConsentMoved(
                subject,
                consent(subject, ConsentState.SIGNED, at),
                List.of(new HisNotice.Document("FORM", "application/pdf", PDF, SHA256)),
                at);
    }

    public static HisNotice.ConsentMoved withdrawn(HisNotice.Subject subject, LocalDateTime at) {
        return new HisNotice.ConsentMoved(subject, consent(subject, ConsentState.WITHDRAWN, at), List.of(), at);
    }

    private static Consent consent(HisNotice.Subject subject, ConsentState state, LocalDateTime at) {
        ConsentItem item = new ConsentItem(
                "OWN001",
                Optional.empty(),
                "注射用复方营养因子",
                "",
                "支",
                ChargeType.DRUG,
                ItemClass.C,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ConsentForm form = new ConsentForm(
                subject.visit().value() + "-ZQ1",
                subject.visit(),
                subject.patient().number(),
                subject.patient().name(),
                item,
                new BigDecimal("2"),
                new BigDecimal("268.00"),
                Set.of(ConsentReason.SELF_PAID),
                "病情需要",
                "目录内无同类可替代项目",
                "柯鹤鸣",
                at.minusMinutes(10),
                Optional.empty());
        Signer signer = new Signer(subject.patient().name(), Relation.SELF, "值班护士", at);
        return new Consent(form, state, Optional.of(signer), Optional.empty(), at, "");
    }
}

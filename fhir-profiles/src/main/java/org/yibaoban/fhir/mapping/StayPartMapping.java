package org.yibaoban.fhir.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.settlement.StayPart;

/** {@link StayPart} to its extension and back: which part of a stay a claim settles, with mid_setl_flag. */
public final class StayPartMapping {

    private static final String URL = Canonical.structure("stay-part");

    private StayPartMapping() {}

    public static Extension extension(StayPart part) {
        Extension extension = new Extension(URL);
        extension.addExtension("number", new PositiveIntType(part.number()));
        extension.addExtension(
                "days", new Period().setStartElement(day(part.from())).setEndElement(day(part.through())));
        extension.addExtension("mid-stay", new BooleanType(part.midStay()));
        return extension;
    }

    private static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    /** @throws MappingFault when something of it is missing or wrong */
    static Optional<StayPart> read(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> extension.getUrl().equals(URL))
                .findFirst()
                .map(StayPartMapping::part);
    }

    private static StayPart part(Extension extension) {
        if (extension.getExtensionByUrl("number") != null
                && extension.getExtensionByUrl("number").getValue() instanceof PositiveIntType number
                && extension.getExtensionByUrl("days") != null
                && extension.getExtensionByUrl("days").getValue() instanceof Period days
                && extension.getExtensionByUrl("mid-stay") != null
                && extension.getExtensionByUrl("mid-stay").getValue() instanceof BooleanType midStay) {
            try {
                return new StayPart(
                        number.getValue(),
                        LocalDate.parse(days.getStartElement().getValueAsString()),
                        LocalDate.parse(days.getEndElement().getValueAsString()),
                        midStay.booleanValue());
            } catch (RuntimeException e) {
                throw new MappingFault("Claim.extension(stay-part)", e.getMessage());
            }
        }
        throw new MappingFault("Claim.extension(stay-part)", "number, days and mid-stay are expected");
    }
}

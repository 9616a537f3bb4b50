package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * The bands of serious-illness insurance: each rate applies to its own part of the burden above the threshold
 * (spec/settlement.md 2.4). The upper end of a band belongs to it.
 */
record Bands(PlanTerm threshold, List<Band> bands) {

    /** @param width in yuan, measured from the end of the band before; empty for the last band */
    record Band(Optional<PlanTerm> width, PlanTerm rate) {}

    static Bands of(Worksheet sheet) {
        List<Band> bands = new ArrayList<>();
        Optional<PlanTerm> width = Optional.empty();
        int number = 1;
        do {
            width = sheet.find(PlanKeys.bandWidth(number));
            bands.add(new Band(width, sheet.require(PlanKeys.bandRate(number))));
            number++;
        } while (width.isPresent());
        return new Bands(sheet.require(PlanKeys.SERIOUS_THRESHOLD), bands);
    }

    /** f(burden) of the specification, exact: no rounding here. */
    BigDecimal apply(Money burden) {
        Money rest = burden.minus(threshold.money()).floorZero();
        BigDecimal pay = BigDecimal.ZERO;
        for (Band band : bands) {
            Money part = band.width().map(PlanTerm::money).map(rest::min).orElse(rest);
            Rate rate = band.rate().rate();
            pay = pay.add(part.yuan().multiply(rate.share()));
            rest = rest.minus(part);
        }
        return pay;
    }

    List<Explanation.Parameter> parameters() {
        List<Explanation.Parameter> parameters = new ArrayList<>();
        parameters.add(threshold.parameter());
        for (Band band : bands) {
            band.width().map(PlanTerm::parameter).ifPresent(parameters::add);
            parameters.add(band.rate().parameter());
        }
        return parameters;
    }
}

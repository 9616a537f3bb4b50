package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.yibaoban.membership.YearChange;
import org.yibaoban.money.Money;

/** The accumulators of a year, or a change of them, as columns. */
@Embeddable
public class YearColumns {

    @Column(name = "year_stays")
    private int stays;

    @Column(name = "year_basic_fund")
    private Money basicFund;

    @Column(name = "year_large_amount")
    private Money largeAmount;

    @Column(name = "year_serious_burden")
    private Money seriousBurden;

    @Column(name = "year_serious_illness")
    private Money seriousIllness;

    @Column(name = "year_assistance")
    private Money assistance;

    @Column(name = "year_outpatient_fund")
    private Money outpatientFund;

    protected YearColumns() {}

    YearColumns(YearChange change) {
        this.stays = change.stays();
        this.basicFund = change.basicFund();
        this.largeAmount = change.largeAmount();
        this.seriousBurden = change.seriousBurden();
        this.seriousIllness = change.seriousIllness();
        this.assistance = change.assistance();
        this.outpatientFund = change.outpatientFund();
    }

    YearChange change() {
        return new YearChange(stays, basicFund, largeAmount, seriousBurden, seriousIllness, assistance, outpatientFund);
    }
}

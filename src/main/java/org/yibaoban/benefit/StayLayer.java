package org.yibaoban.benefit;

/** One layer of a stay: reads what stands on the sheet and enters its amount. */
@FunctionalInterface
interface StayLayer {

    /** @throws BenefitFault when the plan lacks a figure for this person and visit */
    void settle(Worksheet sheet);

    static StayLayer of(Layer layer) {
        return switch (layer) {
            case DEDUCTIBLE -> BasicLayers::deductible;
            case BASIC_FUND -> BasicLayers::basicFund;
            case LARGE_AMOUNT -> ExtraFundLayers::largeAmount;
            case SERIOUS_ILLNESS -> ExtraFundLayers::seriousIllness;
            case SUPPLEMENT -> TopUpLayers::supplement;
            case ASSISTANCE -> TopUpLayers::assistance;
            case HOSPITAL_WAIVER -> ShareLayers::hospitalWaiver;
            case BACKSTOP -> ShareLayers::backstop;
            case PERSONAL_ACCOUNT -> ShareLayers::personalAccount;
        };
    }
}

package org.yibaoban.fhir.profile;

/** The addresses that our profiles and everything made by them use. They never change once published. */
public final class Canonical {
    public static final String BASE = "http://yibaoban.org/fhir";

    /** 居民身份证号, GB 11643. */
    public static final String IDENTITY_NUMBER = BASE + "/sid/identity-number";
    /** The payer's number of a person, psn_no. */
    public static final String MEMBER_NUMBER = BASE + "/sid/psn-no";
    /** The hospital's number of a patient. */
    public static final String PATIENT_NUMBER = BASE + "/sid/patient-number";
    /** The hospital's number of a visit, ipt_no. */
    public static final String VISIT_NUMBER = BASE + "/sid/ipt-no";
    /** Code of a hospital, fixmedins_code. */
    public static final String HOSPITAL = BASE + "/sid/fixmedins-code";

    public static final String PAYER = BASE + "/sid/payer";
    public static final String ELIGIBILITY_REQUEST = BASE + "/sid/eligibility-request";
    public static final String CLAIM = BASE + "/sid/claim";
    public static final String REVERSAL = BASE + "/sid/reversal";
    /** The payer's number of a settlement, setl_id. */
    public static final String SETTLEMENT = BASE + "/sid/settlement";
    /** The payer's number of a clearing: what it pays for a period. */
    public static final String CLEARING = BASE + "/sid/clearing";
    /** The payer's number of a statement: what its books hold of a period. */
    public static final String STATEMENT = BASE + "/sid/statement";
    /** The payer's number of a payment notice. */
    public static final String PAYMENT_NOTICE = BASE + "/sid/payment-notice";
    /** The hospital's number of a consent form. */
    public static final String CONSENT = BASE + "/sid/consent";
    /** National code of an item, med_list_codg; the list itself is the payer's. */
    public static final String NATIONAL_ITEM = BASE + "/sid/med-list-codg";
    /** The hospital's own code of an item, medins_list_codg. */
    public static final String HOSPITAL_ITEM = BASE + "/sid/medins-list-codg";
    /** Diagnoses: ICD-10, national insurance edition 2.0. */
    public static final String DIAGNOSIS = BASE + "/sid/icd-10-nhsa-2.0";

    /** The payer's list of chronic and special diseases that persons are registered for, opsp_dise_code. */
    public static final String REGISTERED_DISEASE = BASE + "/sid/opsp-dise-code";

    /** The hospital's number of a ledger line, feedetl_sn: the transaction id of FT1-2. */
    public static final String CHARGE = BASE + "/sid/feedetl-sn";
    /** What the payer said for one visit, by the hospital's number of the visit. */
    public static final String COVERAGE_OF_VISIT = BASE + "/sid/coverage-of-visit";

    public static final String DEPARTMENT = BASE + "/sid/department";
    public static final String WARD = BASE + "/sid/ward";
    /** National code of a doctor. */
    public static final String DOCTOR = BASE + "/sid/doctor";
    /** The HIS's number of an order. */
    public static final String ORDER = BASE + "/sid/order";

    public static final String INSURANCE_TYPE = codeSystem("insutype");
    public static final String PERSON_TYPE = codeSystem("psn-type");
    public static final String ITEM_CLASS = codeSystem("chrgitm-lv");
    public static final String CHARGE_TYPE = codeSystem("med-chrgitm-type");
    public static final String VISIT_TYPE = codeSystem("med-type");
    public static final String HOSPITAL_LEVEL = codeSystem("hi-setl-lv");
    public static final String SETTLEMENT_FIELD = codeSystem("settlement-field");
    public static final String ACCUMULATOR = codeSystem("accumulator");
    public static final String STANDING = codeSystem("standing");
    public static final String CLAIM_INFORMATION = codeSystem("claim-information");
    public static final String PAYER_ERROR = codeSystem("payer-error");
    public static final String CLEARING_LINE = codeSystem("clearing-line");
    public static final String CONSENT_STATE = codeSystem("consent-state");
    public static final String CONSENT_GROUND = codeSystem("consent-ground");

    public static final String STAY_FLAG = codeSystem("stay-flag");

    private Canonical() {}

    public static String codeSystem(String name) {
        return BASE + "/CodeSystem/" + name;
    }

    /** Of a profile or an extension. */
    public static String structure(String name) {
        return BASE + "/StructureDefinition/" + name;
    }
}

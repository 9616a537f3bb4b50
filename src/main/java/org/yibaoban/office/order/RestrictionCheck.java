package org.yibaoban.office.order;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.audit.AuditPatient;
import org.yibaoban.audit.PaymentLimits;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.order.Restriction.Outcome;
import org.yibaoban.visit.VisitType;

/**
 * Puts a payment restriction to a patient, as far as the data decide it. What they do not decide stays for the doctor: the
 * office invents no answer.
 *
 * @param insurance word of the insurance that the stay is settled under
 */
record RestrictionCheck(
        Optional<Sex> sex,
        Optional<LocalDate> birth,
        LocalDate day,
        Optional<String> insurance,
        Optional<VisitType> way,
        int hospitalLevel) {

    boolean isResident() {
        return insurance.filter("resident"::equals).isPresent();
    }

    Restriction check(String text) {
        RestrictionText read = RestrictionText.read(text);
        Verdict verdict = new Verdict();
        PaymentLimits limits = read.limits();
        sexMeets(limits, verdict);
        ageMeets(limits, verdict);
        limits.levelMin()
                .ifPresent(least -> verdict.decided(
                        hospitalLevel >= least,
                        "本院为 " + hospitalLevel + " 级，要求 " + least + " 级及以上",
                        "this hospital is of level " + hospitalLevel + ", level " + least + " is the least"));
        limits.insurance()
                .ifPresent(words -> verdict.maybe(
                        insurance.map(words::contains), "患者险种不符", "the stay is settled under another insurance"));
        limits.visit()
                .ifPresent(wanted -> verdict.maybe(
                        way.map(wanted::equals),
                        "就诊方式不符",
                        "the patient is " + (wanted == VisitType.INPATIENT ? "no inpatient" : "an inpatient")));
        return verdict.on(text, read.isWhole());
    }

    private void sexMeets(PaymentLimits limits, Verdict verdict) {
        limits.sex()
                .ifPresent(wanted -> verdict.maybe(
                        sex.filter(known -> known == Sex.MALE || known == Sex.FEMALE)
                                .map(wanted::equals),
                        "患者性别不符",
                        "the patient is of the other sex"));
    }

    private void ageMeets(PaymentLimits limits, Verdict verdict) {
        if (limits.ageMin().isEmpty() && limits.ageMax().isEmpty()) {
            return;
        }
        Optional<Integer> age = new AuditPatient(sex.orElse(Sex.UNKNOWN), birth, Optional.empty()).ageOn(day);
        verdict.maybe(
                age.map(years -> years >= limits.ageMin().orElse(0)
                        && years <= limits.ageMax().orElse(Integer.MAX_VALUE)),
                "患者年龄 " + age.map(String::valueOf).orElse("") + " 岁不符",
                "the patient's age of " + age.map(String::valueOf).orElse("") + " is outside");
    }

    private static final class Verdict {
        private String chinese = "";
        private String english = "";
        private boolean open;

        void decided(boolean met, String whyChinese, String whyEnglish) {
            if (!met) {
                chinese = chinese.isEmpty() ? whyChinese : chinese + "；" + whyChinese;
                english = english.isEmpty() ? whyEnglish : english + "; " + whyEnglish;
            }
        }

        void maybe(Optional<Boolean> met, String whyChinese, String whyEnglish) {
            open |= met.isEmpty();
            decided(met.orElse(true), whyChinese, whyEnglish);
        }

        Restriction on(String text, boolean isWhole) {
            if (!chinese.isEmpty()) {
                return new Restriction(text, Outcome.NOT_MET, chinese, english);
            }
            return isWhole && !open
                    ? new Restriction(text, Outcome.MET, "符合", "met")
                    : new Restriction(text, Outcome.TO_CHECK, "请核对是否符合", "please check whether it is met");
        }
    }
}

package org.yibaoban.his.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the office takes out of a message; a dialect says where each sits. The words name it to a sender. */
public enum Fact {
    VISIT("就诊号", "the visit number"),
    PATIENT("患者编号", "the patient number"),
    IDENTITY("证件号码", "the identity number"),
    FAMILY_NAME("姓名", "the name"),
    GIVEN_NAME("名", "the given name"),
    BIRTH("出生日期", "the birth date"),
    SEX("性别", "the sex"),
    PATIENT_CLASS("就诊类别", "the patient class"),
    DEPARTMENT("科室", "the department"),
    WARD("病区", "the ward"),
    BED("床位", "the bed"),
    DOCTOR("医生", "the doctor"),
    ADMITTED("入院时间", "the admission time"),
    DISCHARGED("出院时间", "the discharge time"),
    EVENT_OCCURRED("事件时间", "the time of the event"),
    EVENT_RECORDED("事件时间（MSH-7 也为空）", "the time (MSH-7 is blank too)"),
    PRIOR_PATIENT("被合并的患者编号", "the patient number that is given up"),
    PRIOR_VISIT("原就诊号", "the visit number that is given up"),
    ACCOUNT("账户号", "the account number"),
    PRIOR_ACCOUNT("被合并的账户号", "the account number that is given up"),
    DIAGNOSIS_CODE("诊断代码", "the diagnosis code"),
    DIAGNOSIS_NAME("诊断名称", "the diagnosis"),
    DIAGNOSIS_RANK("诊断次序", "the rank of the diagnosis"),
    DIAGNOSIS_ACTION("诊断操作", "what becomes of the diagnosis"),
    CASE_GROUP("病组", "the case-based group"),
    CHARGE_ID("流水号", "the transaction id"),
    CHARGE_TIME("费用发生时间", "the transaction date"),
    CHARGE_TYPE("费用类型", "the transaction type"),
    CHARGE_ITEM("项目代码", "the item code"),
    CHARGE_NAME("项目名称", "the item's name"),
    QUANTITY("数量", "the quantity"),
    AMOUNT("金额", "the amount"),
    UNIT_PRICE("单价", "the unit price"),
    CHARGE_DEPARTMENT("开单科室", "the ordering department"),
    CHARGE_DOCTOR("开单医生", "the ordering doctor"),
    CHARGE_ORDER("医嘱号", "the order number"),
    CHARGE_DAYS("用药天数", "the days of supply"),
    CHARGE_CHRONIC("慢病标志", "whether it is for a chronic illness"),
    CHARGE_TAKE_HOME("带药标志", "whether it is taken home"),
    REVERSES("原流水号", "the transaction that is taken back"),
    ORDER_CONTROL("医嘱控制码", "the order control code"),
    PLACER("医嘱号", "the placer order number"),
    FILLER("执行号", "the filler order number"),
    ORDER_GROUP("医嘱组号", "the order group number"),
    ORDER_TIME("开立时间", "the order time"),
    ORDER_DOCTOR("开立医生", "the ordering doctor"),
    ORDER_DEPARTMENT("开立科室", "the ordering department"),
    ORDER_ITEM("医嘱项目代码", "the ordered item"),
    ORDER_NAME("医嘱项目名称", "the ordered item's name"),
    ORDER_QUANTITY("医嘱数量", "the ordered quantity"),
    ORDER_UNIT("单位", "the unit");

    private final String chinese;
    private final String english;

    Fact(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The word in a dialect file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fact> ofKey(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}

package org.yibaoban.his.tabular;

/** Why a row is rejected. Each code has one meaning and is never reused. */
public enum RowReason {
    BROKEN_LINE("TB-01", "行的列数与表头不符", "The row has another number of fields than the header"),
    MISSING("TB-02", "必填项为空", "A required value is empty"),
    TOO_LONG("TB-03", "内容过长", "The value is too long"),
    NO_NUMBER("TB-04", "不是有效的数字", "Not a decimal number"),
    NO_TIME("TB-05", "不是有效的日期或时间", "Not a date or time"),
    UNKNOWN_CODE("TB-06", "代码不在对照表中", "The code is not in the map"),
    TOO_FINE("TB-07", "小数位数过多", "Too many decimal places"),
    NOT_PRODUCT("TB-08", "金额不等于数量 × 单价", "The amount is not quantity x unit price"),
    ZERO("TB-09", "数量或金额为零", "Quantity or amount is zero"),
    OTHER_CURRENCY("TB-10", "币种与对照表不符", "The currency is not the one of the map"),
    KEY_TWICE("TB-11", "文件内主键重复且内容不同", "The key comes twice in the file with other content"),
    KEY_CHANGED("TB-12", "同一主键此前已导入，内容不同", "The key was loaded before with other content"),
    KEY_SHRUNK("TB-13", "同一主键的行数比此前导入时少", "There are fewer rows of this key than were loaded before"),
    PATIENT_UNKNOWN("TB-14", "患者信息未知，请先导入患者表", "The patient is not known: load the patients first"),
    NO_IDENTIFIER("TB-15", "不是 UUID", "Not a UUID"),
    TOO_LARGE("TB-16", "数值过大", "The figure is too large"),
    MIXED_ITEMS("TB-17", "同一主键的行项目或就诊不同", "Rows of one key differ in item or visit"),
    NO_DAYS("TB-18", "用药天数须为 0 至 9999，至多两位小数", "0 to 9999 days of supply, at most two decimal places"),
    LEAVE_BACKWARDS("TB-19", "返院时间早于离院时间", "The return is before the leave"),
    REFUSED("TB-20", "医保办拒收", "Refused by the office");

    private final String code;
    private final String chinese;
    private final String english;

    RowReason(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}

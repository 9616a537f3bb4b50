package org.yibaoban.portal.desk;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.Register;
import org.yibaoban.money.Rate;

/** A file of the catalogue as a person gives it, with what it stands for. */
public final class ImportForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Register register = Register.NATIONAL;
    private String day = "";
    private boolean complete;
    private String share = "";
    /** Lives for the request that brings it only. */
    private transient Part file;

    void begin(LocalDate today) {
        day = today.toString();
    }

    boolean isWithoutFile() {
        return file == null || file.getSize() == 0;
    }

    /** @throws java.time.DateTimeException when it is no day */
    LocalDate firstDay() {
        return LocalDate.parse(day.strip());
    }

    /**
     * In percent on the page.
     *
     * @throws IllegalArgumentException when it is no share
     */
    Optional<Rate> usualShare() {
        return share.isBlank()
                ? Optional.empty()
                : Optional.of(new Rate(new BigDecimal(share.strip()).movePointLeft(2)));
    }

    public Register[] getRegisters() {
        return Register.values();
    }

    public Register getRegister() {
        return register;
    }

    public void setRegister(Register register) {
        this.register = register;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public boolean isComplete() {
        return complete;
    }

    public void setComplete(boolean complete) {
        this.complete = complete;
    }

    public String getShare() {
        return share;
    }

    public void setShare(String share) {
        this.share = share;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}

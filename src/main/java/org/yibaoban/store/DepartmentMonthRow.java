package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.yibaoban.money.Money;

/** The sums of what a department ordered in a month, net of reversals, in yuan. */
@Entity
@IdClass(DepartmentMonthRow.Key.class)
@Table(name = "department_month")
public class DepartmentMonthRow {

    @Id
    private String department;

    @Id
    private LocalDate month;

    private Money charges;

    @Column(name = "self_paid")
    private Money selfPaid;

    private Money drugs;
    private Money consumables;

    @Column(name = "line_count")
    private long lineCount;

    public String department() {
        return department;
    }

    public Money charges() {
        return charges;
    }

    public Money selfPaid() {
        return selfPaid;
    }

    public Money drugs() {
        return drugs;
    }

    public Money consumables() {
        return consumables;
    }

    public long lineCount() {
        return lineCount;
    }

    /** The key of a department's month. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String department;
        private LocalDate month;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(department, key.department)
                    && Objects.equals(month, key.month);
        }

        @Override
        public int hashCode() {
            return Objects.hash(department, month);
        }
    }
}

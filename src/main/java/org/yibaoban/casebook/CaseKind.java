package org.yibaoban.casebook;

import java.util.List;
import org.yibaoban.config.YamlNode;

/** A kind of case file: knows its keys, and how a case is computed and compared. */
public interface CaseKind {

    /** The word after {@code kind:} in the files, such as {@code settlement}. */
    String kind();

    /**
     * Reads a whole file first, then runs each of its cases.
     *
     * @throws org.yibaoban.config.ConfigFault when the file, or the configuration that it needs, is bad
     */
    List<CaseResult> run(YamlNode file);
}

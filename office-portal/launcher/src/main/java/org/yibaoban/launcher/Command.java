package org.yibaoban.launcher;

import java.util.List;

/** One thing the runnable jar can be asked to do. */
public interface Command {

    /** One line for the usage text. */
    String purpose();

    /**
     * Does it, to the end.
     *
     * @param arguments what followed the command's name
     * @return the process's exit code
     */
    int run(List<String> arguments) throws Exception;
}

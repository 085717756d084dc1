/* The version all commands answer to -V.  Room: cli. */
#ifndef ENI_CLI_VERSION_H
#define ENI_CLI_VERSION_H

#define ENI_VERSION "0.1.0"

#endif

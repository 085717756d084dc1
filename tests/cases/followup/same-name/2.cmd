followup done 鈴木一郎:leave-reason-ask -t 2026-11-21

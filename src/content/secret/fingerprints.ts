// Made by .ci/fingerprints.mjs.
import type { Fingerprints } from '../scanner/literal.ts';

export const FINGERPRINTS: Fingerprints = [
  [["npm_", 1], ["pypi-AgE", 2], ["xapp-", 2], [".com/services/T", 12], ["/api/webhooks/", 2], ["shppa_", 3], ["shpca_", 3], ["shpss_", 3], ["lin_api_", 5], ["ops_ey", 1], ["hvs.", 1], ["hvb.", 1], ["hvr.", 1], ["vcp_", 1], ["vci_", 1], ["vca_", 1], ["vcr_", 1], ["glsa_", 2]],
  [["AGPA", 0], ["ANPA", 0], ["github_pat_", 8], ["rubygems_", 6], ["dckr_pat_", 6], ["shpat_", 3], ["k_live_", 4], ["k_test_", 4], ["whsec_", 3], ["gsk_", 1], ["ntn_", 1], ["vck_", 1], ["figd_", 2], ["cfk_", 1], ["cfut_", 2], ["cfat_", 2], ["dop_v1_", 4], ["doo_v1_", 4], ["dor_v1_", 4]],
  [["PRIVATE KEY", 2], ["AKIA", 1], ["AIDA", 1], ["AIPA", 1], ["ANVA", 1], ["_authtoken", 3], ["ATATT3", 3]],
  [["AROA", 0], ["ASIA", 0], ["gho_", 1], ["xox", 0], ["hf_", 0], ["dapi", 0]],
  [["accountkey", 5], ["GOCSPX-", 4], ["glpat-", 3], ["glptt-", 3], ["gldt-", 2], ["glrt-", 2], ["glsoat-", 4], ["glcbt-", 3], ["glft-", 2], ["T3BlbkFJ", 5], ["sk-ant-", 4], ["pplx-", 2], ["NRAK-", 2]],
  [["sharedaccesskey", 11], ["SG.", 0], ["sk-or-v1-", 0], ["tskey-", 1], ["sntrys_", 0], ["sntryu_", 0], ["sbp_", 0]],
  [["A3T", 0], ["AIza", 1], ["ya29.", 0], ["xai-", 0]],
  [["secretaccess", 1], ["secret_access", 1], ["ghp_", 0], ["ghu_", 0], ["ghs_", 0], ["ghr_", 0], ["r8_", 0], ["glc_", 1]],
];
